import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblem } from '@sampan/kernel';

export class ValidationFailed extends Error {
  constructor(readonly fields: readonly FieldProblem[]) {
    super('validation failed');
  }
}

/** Unknown fields are refused, so that nobody sets what the form does not offer. The refused value is not repeated. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => flatten(error, ''))),
  });

const flatten = ({ property, constraints = {}, children = [] }: ValidationError, path: string): FieldProblem[] => {
  const field = path ? `${path}.${property}` : property;
  return [
    ...Object.entries(constraints).map(([code, message]) => ({ field, code, message })),
    ...children.flatMap((child) => flatten(child, field)),
  ];
};
