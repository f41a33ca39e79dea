import { Injectable } from '@nestjs/common';
import { Users } from '@sampan/access';
import { Caseload } from '@sampan/people';

/** Whose work it is when something happens to a person. */
@Injectable()
export class Responsible {
  constructor(
    private readonly caseload: Caseload,
    private readonly users: Users,
  ) {}

  /** A worker who serves the person and may work on cases. Nobody means the supervisor's queue. */
  async of(personId: string, centreId: string): Promise<string | null> {
    const workers = await this.caseload.workersOf(personId);
    const able = await this.users.whoMay('case.update', centreId);
    return workers.find((worker) => able.includes(worker)) ?? null;
  }
}
