import { HttpStatus, Injectable } from '@nestjs/common';
import { Config } from '@sampan/kernel';
import type { Request, Response } from 'express';
import { originOf } from '../sessions/origin';
import { giveCookies, givePending, tokenOf } from '../sessions/session-cookie';
import type { OpenedSession } from '../sessions/sessions';
import type { Arrival, Entered, FirstStep } from './entrance';
import type { MeDto, PendingSignInDto } from './me.dto';
import { PENDING_SECONDS } from './sign-in.rules';

/** What a browser is given when somebody takes a step of signing in. */
@Injectable()
export class SignInAnswer {
  /** Whether browsers reach us by https. */
  readonly secure: boolean;

  constructor(config: Config) {
    this.secure = config.publicUrl.startsWith('https:');
  }

  /** Who comes, as far as the browser tells. */
  arrivalOf(request: Request): Arrival {
    return { origin: originOf(request), formerToken: tokenOf(request, this.secure) };
  }

  to(step: FirstStep, response: Response): MeDto | PendingSignInDto {
    return 'me' in step ? this.entered(step, response) : this.pending(step.pendingToken, response);
  }

  entered({ session, me }: Entered, response: Response): MeDto {
    this.opened(session, response);
    return me;
  }

  opened(session: OpenedSession, response: Response): void {
    giveCookies(response, session, this.secure);
  }

  private pending(token: string, response: Response): PendingSignInDto {
    givePending(response, token, this.secure);
    response.status(HttpStatus.ACCEPTED);
    return { endsInSeconds: PENDING_SECONDS };
  }
}
