import { Injectable } from '@nestjs/common';
import { ReachExceptions, Users } from '@sampan/access';
import { Cipher, Clock, Config, decodeCursor, notFound, ruleBroken, toPage, UnitOfWork, type Page, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit, AuditTrail, Notifications } from '@sampan/platform';
import type { Person } from '../persons/person.entity';
import { readReference, showReference } from '../persons/person-reference.rules';
import { personNotFound, PersonsRepository } from '../persons/persons.repository';
import type { BreakGlass } from './break-glass.entity';
import { BreakGlassRepository } from './break-glass.repository';
import { stateOf, whyNotBreakGlass, whyNotReview, type BreakGlassReason, type BreakGlassState, type ReviewVerdict } from './break-glass.rules';

export interface BreakGlassRequest {
  /** Client-made id: the same request repeated is one access. */
  readonly id: string;
  readonly personReference: string;
  readonly reasonKind: BreakGlassReason;
  readonly reason: string;
}

export interface BreakGlassView {
  readonly id: string;
  readonly personId: string;
  readonly reference: string;
  readonly centreName: string | null;
  readonly userName: string | null;
  readonly reasonKind: BreakGlassReason;
  readonly reason: string;
  readonly askedAt: string;
  readonly until: string;
  readonly state: BreakGlassState;
  readonly endedEarly: boolean;
  readonly verdict: ReviewVerdict | null;
  readonly reviewedByName: string | null;
  readonly reviewedAt: string | null;
}

const MS_PER_HOUR = 3_600_000;
const REFUSED = 'break-glass.refused';

/** Time-limited sight of one person outside the reach: at once, with a reason, and reported at once. */
@Injectable()
export class BreakGlasses {
  constructor(
    private readonly accesses: BreakGlassRepository,
    private readonly persons: PersonsRepository,
    private readonly exceptions: ReachExceptions,
    private readonly users: Users,
    private readonly centres: Centres,
    private readonly trail: AuditTrail,
    private readonly audit: Audit,
    private readonly notifications: Notifications,
    private readonly cipher: Cipher,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws REASON_TOO_SHORT, BREAK_GLASS_TOO_MANY_TRIES, ALREADY_WITHIN_REACH, PERSON_NOT_FOUND for nobody as for somebody beyond the country */
  async ask(viewer: Viewer, request: BreakGlassRequest): Promise<BreakGlassView> {
    const dayAgo = new Date(this.clock.now().getTime() - 24 * MS_PER_HOUR);
    const refusal = whyNotBreakGlass(request.reason, await this.trail.count(viewer.userId, REFUSED, dayAgo));
    if (refusal) {
      throw refusal;
    }
    const person = await this.findWithinCountry(viewer, request.personReference);
    if (!person) {
      // Kept though the request fails: trying numbers out must leave its trace, and be counted.
      await this.unitOfWork.run(() => this.audit.record(viewer, { action: REFUSED, subjectType: 'break-glass', subjectId: request.id, details: { reasonKind: request.reasonKind } }));
      throw personNotFound();
    }
    return this.unitOfWork.run(async () => {
      const repeated = await this.accesses.findOwn(viewer, request.id);
      if (!repeated && (await this.persons.find(viewer, person.id))) {
        throw ruleBroken('ALREADY_WITHIN_REACH', 'You may see this person already.', { personId: person.id });
      }
      return this.view(viewer, repeated ?? (await this.open(viewer, person, request)));
    });
  }

  async listOwn(viewer: Viewer): Promise<BreakGlassView[]> {
    return this.views(viewer, await this.accesses.listOwn(viewer));
  }

  async list(viewer: Viewer, { onlyUnreviewed, cursor, limit }: { onlyUnreviewed: boolean; cursor?: string | undefined; limit: number }): Promise<Page<BreakGlassView>> {
    const position = decodeCursor(cursor, 'moment', 'id');
    const rows = await this.accesses.list(viewer, onlyUnreviewed, position, limit + 1);
    const page = toPage(rows, limit, position, ({ askedAt, id }) => [askedAt.toISOString(), id], (row) => row);
    return { ...page, items: await this.views(viewer, page.items) };
  }

  endOwn(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => this.end(viewer, found(await this.accesses.findOwn(viewer, id))));
  }

  endAnothers(viewer: Viewer, id: string): Promise<void> {
    return this.unitOfWork.run(async () => this.end(viewer, found(await this.accesses.findForReview(viewer, id))));
  }

  /** @throws OWN_BREAK_GLASS, REVIEWED_ALREADY */
  review(viewer: Viewer, id: string, verdict: ReviewVerdict): Promise<BreakGlassView> {
    return this.unitOfWork.run(async () => {
      const access = found(await this.accesses.findForReview(viewer, id));
      const refusal = whyNotReview(access, viewer.userId);
      if (refusal) {
        throw refusal;
      }
      const reviewed = { verdict, reviewedBy: viewer.userId, reviewedAt: this.clock.now() };
      await this.accesses.change(id, reviewed);
      await this.record(viewer, access, 'reviewed', { verdict });
      return this.view(viewer, { ...access, ...reviewed });
    });
  }

  private async findWithinCountry(viewer: Viewer, typed: string): Promise<Person | null> {
    const reference = readReference(typed);
    const person = reference ? await this.accesses.findByReference(reference) : null;
    if (!person) {
      return null;
    }
    // Across a border the file goes by a referral, on the person's consent; an emergency does not replace that.
    const country = await this.centres.countryOf(person.centreId);
    const own = await Promise.all(viewer.centreIds.map((centreId) => this.centres.countryOf(centreId)));
    return own.includes(country) ? person : null;
  }

  private async open(viewer: Viewer, person: Person, { id, reasonKind, reason }: BreakGlassRequest): Promise<BreakGlass> {
    const askedAt = this.clock.now();
    const until = new Date(askedAt.getTime() + this.config.breakGlassHours * MS_PER_HOUR);
    const { id: personId, centreId } = person;
    const access: BreakGlass = {
      id, personId, centreId, userId: viewer.userId, reasonKind, reasonSealed: this.cipher.encrypt(reason.trim()), askedAt, until,
      endedBy: null, reviewedBy: null, reviewedAt: null, verdict: null,
    };
    await this.accesses.add(access);
    await this.exceptions.allow({ id, userId: viewer.userId, personId, centreId, fromAt: askedAt, until });
    await this.record(viewer, access, 'opened', { reasonKind, until: until.toISOString() });
    const reviewers = (await this.users.whoMay('break-glass.review', centreId)).filter((userId) => userId !== viewer.userId);
    if (reviewers.length > 0) {
      await this.notifications.notify(reviewers, { kind: 'break-glass.opened', subjectType: 'break-glass', subjectId: id });
    }
    return access;
  }

  private async end(viewer: Viewer, access: BreakGlass): Promise<void> {
    const now = this.clock.now();
    if (stateOf(access, now) === 'ended') {
      return;
    }
    await this.exceptions.end(access.id);
    await this.accesses.change(access.id, { until: now, endedBy: viewer.userId });
    await this.record(viewer, access, 'ended', {});
  }

  private record(viewer: Viewer, { id, personId, centreId }: BreakGlass, deed: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(viewer, { action: `break-glass.${deed}`, subjectType: 'break-glass', subjectId: id, personId, centreId, details });
  }

  private async view(viewer: Viewer, access: BreakGlass): Promise<BreakGlassView> {
    const [view] = await this.views(viewer, [access]);
    return view!;
  }

  private async views(viewer: Viewer, accesses: readonly BreakGlass[]): Promise<BreakGlassView[]> {
    const references = await this.accesses.referencesOf(accesses.map(({ personId }) => personId));
    const centres = new Map((await this.centres.list(viewer)).map(({ id, name }) => [id, name]));
    const users = await this.users.known(accesses.flatMap(({ userId, reviewedBy }) => [userId, ...(reviewedBy ? [reviewedBy] : [])]));
    const now = this.clock.now();
    return accesses.map((access) => ({
      id: access.id,
      personId: access.personId,
      reference: showReference(references.get(access.personId) ?? ''),
      centreName: centres.get(access.centreId) ?? null,
      userName: users.get(access.userId)?.displayName ?? null,
      reasonKind: access.reasonKind,
      reason: this.cipher.decrypt(access.reasonSealed),
      askedAt: access.askedAt.toISOString(),
      until: access.until.toISOString(),
      state: stateOf(access, now),
      endedEarly: access.endedBy !== null,
      verdict: access.verdict,
      reviewedByName: access.reviewedBy ? (users.get(access.reviewedBy)?.displayName ?? null) : null,
      reviewedAt: access.reviewedAt?.toISOString() ?? null,
    }));
  }
}

const found = (access: BreakGlass | null): BreakGlass => {
  if (!access) {
    throw notFound('BREAK_GLASS_NOT_FOUND', 'The access');
  }
  return access;
};
