import { Injectable } from '@nestjs/common';
import { Audit } from '@sampan/platform';
import { DomainError, UnitOfWork } from '@sampan/kernel';
import { SecondFactorCheck } from '../second-factor/second-factor-check';
import { SecondFactorPolicy } from '../second-factor/second-factor-policy';
import type { SecondStep } from '../second-factor/second-factor.rules';
import type { Origin } from '../sessions/origin';
import { Sessions, type OpenedSession } from '../sessions/sessions';
import type { User } from '../users/user.entity';
import { Viewers } from '../users/viewers';
import { Me } from './me';
import type { MeDto } from './me.dto';
import { PendingSignIns } from './pending-sign-ins';

/** Where a sign-in comes from, and the session that this browser had before. */
export interface Arrival {
  readonly origin: Origin;
  readonly formerToken: string | undefined;
}

export interface Entered {
  readonly session: OpenedSession;
  readonly me: MeDto;
}

export type FirstStep = Entered | { readonly pendingToken: string };

/** The one door, whichever way somebody has shown who they are: password or identity provider. */
@Injectable()
export class Entrance {
  constructor(
    private readonly sessions: Sessions,
    private readonly pending: PendingSignIns,
    private readonly codes: SecondFactorCheck,
    private readonly policy: SecondFactorPolicy,
    private readonly viewers: Viewers,
    private readonly present: Me,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Opens a session, or asks for the second step where the user has set it up. */
  async enter(user: User, arrival: Arrival, secondStep: SecondStep = 'none'): Promise<FirstStep> {
    return user.secondFactorSince && secondStep === 'none' ? { pendingToken: await this.pending.begin(user) } : this.open(user, arrival, secondStep);
  }

  /** @throws SIGN_IN_EXPIRED, SECOND_STEP_FAILED, SIGN_IN_PAUSED */
  async finish(pendingToken: string | undefined, code: string, arrival: Arrival): Promise<Entered> {
    const user = await this.pending.require(pendingToken);
    const secondStep = await this.codes.take(user.id, code);
    if (!secondStep) {
      throw new DomainError('signed-out', 'SECOND_STEP_FAILED', 'This code is not right, or was used already.');
    }
    return this.open(user, arrival, secondStep);
  }

  /** A session that the browser already had is ended: that is the fast switch on a shared tablet. */
  private open(user: User, { origin, formerToken }: Arrival, secondStep: SecondStep): Promise<Entered> {
    return this.unitOfWork.run(async () => {
      await this.pending.endAllOf(user.id);
      await this.sessions.end(formerToken);
      const session = await this.sessions.open(user, origin, secondStep);
      const viewer = this.policy.confine(await this.viewers.of(user), user, secondStep);
      await this.audit.record(viewer, { action: 'session.opened', subjectType: 'user', subjectId: user.id, details: { secondStep } });
      return { session, me: await this.present.present(viewer, user, secondStep) };
    });
  }
}
