import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { conflict, describeFailure, DomainError, isThereAlready, Metrics, unavailabilityOf, type ErrorKind, type ProblemDto } from '@sampan/kernel';
import type { Request, Response } from 'express';
import { ValidationFailed } from './validation';

const STATUS: Record<ErrorKind, number> = {
  'bad-input': 400,
  'signed-out': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'rule-broken': 422,
  'too-many': 429,
  unavailable: 503,
};

const TITLES: Record<number, string> = {
  400: 'Bad input', 401: 'Signed out', 403: 'Not allowed', 404: 'Not found', 405: 'Method not allowed', 409: 'Conflict', 413: 'Too large',
  415: 'Unsupported media type', 422: 'Refused by a rule', 429: 'Too many requests', 500: 'Our fault', 503: 'Not available',
};

const CODES: Record<number, string> = { 400: 'BAD_REQUEST', 404: 'ROUTE_NOT_FOUND', 405: 'METHOD_NOT_ALLOWED', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };

type Answer = Omit<ProblemDto, 'type' | 'title' | 'requestId'>;

/** The one place where a refusal becomes RFC 9457 problem+json. An unknown failure says nothing about itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly metrics: Metrics) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request & { id?: unknown }>();
    const response = http.getResponse<Response>();
    const answer = this.answerTo(error);
    this.metrics.refusals.inc({ code: answer.code });
    if (response.headersSent) {
      response.end();
      return;
    }
    const problem: ProblemDto = { type: 'about:blank', title: TITLES[answer.status] ?? 'Problem', requestId: String(request.id ?? ''), ...answer };
    if (answer.status === 503) {
      response.setHeader('Retry-After', '5');
    }
    if (answer.status === 429 && typeof answer.details?.['seconds'] === 'number') {
      response.setHeader('Retry-After', String(answer.details['seconds']));
    }
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private answerTo(error: unknown): Answer {
    if (error instanceof DomainError) {
      const { kind, code, message, details } = error;
      return { status: STATUS[kind], code, detail: message, ...(details ? { details } : {}) };
    }
    if (error instanceof ValidationFailed) {
      return { status: 400, code: 'VALIDATION_FAILED', detail: 'Something in the input is not right.', errors: [...error.fields] };
    }
    const unavailability = unavailabilityOf(error);
    if (unavailability) {
      this.logger.warn({ refusal: unavailability.code, ...describeFailure(error) }, 'Could not serve just now');
      return this.answerTo(unavailability);
    }
    if (isThereAlready(error)) {
      this.logger.warn({ refusal: 'ALREADY_THERE', ...describeFailure(error) }, 'What was to be written is there already');
      return this.answerTo(conflict('ALREADY_THERE', 'There is something with this id or name already, which may not be yours to see.'));
    }
    const status = statusOf(error);
    if (status && status < 500) {
      return { status, code: CODES[status] ?? 'BAD_REQUEST', detail: 'The request could not be understood.' };
    }
    // The message of an unknown failure may carry a row's values: only its class and where it happened are logged.
    this.logger.error(describeFailure(error), 'Unexpected failure');
    return { status: 500, code: 'INTERNAL', detail: 'Something went wrong on our side. Nothing was changed.' };
  }
}

/** Nest's and Express' own refusals: an unknown route, a body that is no JSON or too large. */
const statusOf = (error: unknown): number | null => {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  const { status, expose } = error as { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? status : null;
};
