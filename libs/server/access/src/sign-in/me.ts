import { Injectable } from '@nestjs/common';
import { Centres } from '@sampan/organisations';
import { Config, type Viewer } from '@sampan/kernel';
import { SecondFactorPolicy } from '../second-factor/second-factor-policy';
import type { SecondStep } from '../second-factor/second-factor.rules';
import type { User } from '../users/user.entity';
import type { MeDto } from './me.dto';

/** Who is signed in, as the web is told. */
@Injectable()
export class Me {
  constructor(
    private readonly centres: Centres,
    private readonly policy: SecondFactorPolicy,
    private readonly config: Config,
  ) {}

  async present(viewer: Viewer, user: User, secondStep: SecondStep): Promise<MeDto> {
    const centres = await this.centres.list(viewer);
    return {
      user: { id: user.id, displayName: user.displayName, email: user.email },
      roles: viewer.roles,
      permissions: [...viewer.permissions],
      reach: viewer.reach,
      centres: centres.map(({ id, name, country, timeZone, closed }) => ({ id, name, country, timeZone, closed })),
      locale: user.locale,
      demo: this.config.demo,
      owesSecondFactor: this.policy.owes(user, secondStep),
    };
  }
}
