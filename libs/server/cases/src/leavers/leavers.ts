import { Injectable } from '@nestjs/common';
import { Accounts, Users, type AccountDto, type HeldWork, type WorkPart } from '@sampan/access';
import { ruleBroken, UnitOfWork, type Viewer } from '@sampan/kernel';
import { CaseloadHandOver } from '@sampan/people';
import { ConcernsInHand } from '@sampan/placement';
import { Notifications } from '@sampan/platform';
import { SessionsInHand } from '@sampan/training';
import { CaseworkInHand } from './casework-in-hand';
import { partsInHand, type PartInHand } from './hand-over.rules';
import type { AssignPlaceDto, LeaveDto, SuccessorsDto, WorkInHandDto } from './leaver.dto';

/**
 * Somebody leaves, or does something else from now on, and what was in their hands goes to others in the same transaction.
 * It stands here because this is the highest room that owns work: every room below hands over its own when it is called.
 */
@Injectable()
export class Leavers {
  constructor(
    private readonly accounts: Accounts,
    private readonly users: Users,
    private readonly caseload: CaseloadHandOver,
    private readonly casework: CaseworkInHand,
    private readonly concerns: ConcernsInHand,
    private readonly sessions: SessionsInHand,
    private readonly notifications: Notifications,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What would move, and to whom it could. */
  async preview(viewer: Viewer, userId: string): Promise<WorkInHandDto> {
    await this.accounts.get(viewer, userId);
    const parts = [];
    for (const part of partsInHand(await this.held(userId))) {
      const able = (await this.able(part)).filter((id) => id !== userId);
      const named = await Promise.all(able.map(async (id) => ({ id, displayName: (await this.users.nameOf(id)) ?? '' })));
      parts.push({ part: part.part, kinds: part.kinds, candidates: named.sort((a, b) => a.displayName.localeCompare(b.displayName)) });
    }
    return { parts };
  }

  /** @throws SUCCESSOR_NEEDED, SUCCESSOR_UNFIT, SUCCESSOR_CLASHES, LAST_ADMINISTRATOR, OWN_ACCOUNT */
  leave(viewer: Viewer, userId: string, { version, successors }: LeaveDto): Promise<AccountDto> {
    return this.unitOfWork.run(async () => {
      await this.accounts.deactivate(viewer, userId, version);
      await this.handOver(viewer, userId, successors);
      return this.accounts.get(viewer, userId);
    });
  }

  /** Another role or place: what the user may still do there stays in their hands. */
  assign(viewer: Viewer, userId: string, { version, successors, ...place }: AssignPlaceDto): Promise<AccountDto> {
    return this.unitOfWork.run(async () => {
      await this.accounts.assign(viewer, userId, version, place);
      await this.handOver(viewer, userId, successors);
      return this.accounts.get(viewer, userId);
    });
  }

  private async handOver(viewer: Viewer, from: string, successors: SuccessorsDto): Promise<void> {
    for (const part of partsInHand(await this.held(from))) {
      const able = await this.able(part);
      if (able.includes(from)) {
        continue;
      }
      const to = successors[part.part];
      if (!to) {
        throw ruleBroken('SUCCESSOR_NEEDED', 'Say who takes over this work.', { part: part.part, kinds: part.kinds });
      }
      if (!able.includes(to)) {
        throw ruleBroken('SUCCESSOR_UNFIT', 'This colleague may not do that work at every centre where it is.', { part: part.part });
      }
      await this.move[part.part](viewer, from, to);
      await this.caseload.handOver(viewer, part.part, { from, to });
      await this.notifications.notify([to], { kind: 'work.handed-over', subjectType: 'work', subjectId: from });
    }
  }

  /** The people of the caseload move afterwards, for each part alike. */
  private readonly move: Readonly<Record<WorkPart, (viewer: Viewer, from: string, to: string) => Promise<void>>> = {
    casework: async (viewer, from, to) => this.caseload.join(viewer, to, await this.casework.handOver(viewer, { from, to })),
    placement: async (viewer, from, to) => {
      const people = await this.concerns.handOver(viewer, { from, to });
      if (await this.users.seesCaseloadOnly(to)) {
        await this.caseload.join(viewer, to, people);
      }
    },
    training: (viewer, from, to) => this.sessions.handOver(viewer, { from, to }),
  };

  private async held(userId: string): Promise<HeldWork[]> {
    return [
      ...(await this.caseload.held(userId)), ...(await this.casework.held(userId)), ...(await this.concerns.held(userId)), ...(await this.sessions.held(userId)),
    ];
  }

  /** Who may do all of a part's work, everywhere where it is. */
  private async able({ needs }: PartInHand): Promise<string[]> {
    let able: string[] | null = null;
    for (const { permission, centreId } of needs) {
      const here = await this.users.whoMay(permission, centreId);
      able = able === null ? here : able.filter((id) => here.includes(id));
    }
    return able ?? [];
  }
}
