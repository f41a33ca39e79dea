import { Injectable } from '@nestjs/common';
import { Clock, decodeCursor, Events, notFound, ruleBroken, toPage, UnitOfWork, whyNotMove, type Page, type Viewer } from '@sampan/kernel';
import { Audit } from '@sampan/platform';
import { People, type PersonSummary } from '../persons/people.service';
import { PersonFiling } from '../persons/person-filing.service';
import { PersonMerged, PersonMergeUndone } from '../persons/person.events';
import { statusOf } from '../persons/person.rules';
import { PersonsRepository } from '../persons/persons.repository';
import { Timeline } from '../timeline/timeline.service';
import type { DuplicatePair } from './duplicate-pair.entity';
import { DUPLICATE_TRANSITIONS, type DuplicateState } from './duplicate-pair.rules';
import { DuplicatePairsRepository } from './duplicate-pairs.repository';
import { PersonKeysRepository } from './person-keys.repository';

export interface ShownPair {
  readonly pair: DuplicatePair;
  readonly person: PersonSummary;
  readonly otherPerson: PersonSummary;
}

/**
 * The data steward's queue: pairs that a registrar was not sure of, or could not have seen. Joining changes no row of any
 * room: the other record points to the one that is kept, so that both histories stay and the step can be taken back.
 */
@Injectable()
export class Steward {
  constructor(
    private readonly pairs: DuplicatePairsRepository,
    private readonly persons: PersonsRepository,
    private readonly keys: PersonKeysRepository,
    private readonly people: People,
    private readonly filing: PersonFiling,
    private readonly timeline: Timeline,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async queue(viewer: Viewer, state: DuplicateState, cursor: string | undefined, limit: number): Promise<Page<ShownPair>> {
    const position = decodeCursor(cursor, 'number', 'id');
    const rows = await this.pairs.list(viewer, state, position, limit + 1);
    const summaries = await this.people.summaries(viewer, rows.flatMap(({ personId, otherPersonId }) => [personId, otherPersonId]));
    const page = toPage(rows, limit, position, ({ score, id }) => [score, id], (pair) => shown(pair, summaries));
    return { ...page, items: page.items.flatMap((item) => item ?? []) };
  }

  keepApart(viewer: Viewer, pairId: string): Promise<ShownPair> {
    return this.unitOfWork.run(async () => {
      const pair = await this.forMove(viewer, pairId, 'not-the-same');
      await this.decide(viewer, pair, 'not-the-same', null);
      return this.get(viewer, pairId);
    });
  }

  join(viewer: Viewer, pairId: string, keptPersonId: string): Promise<ShownPair> {
    return this.unitOfWork.run(async () => {
      const pair = await this.forMove(viewer, pairId, 'same-person');
      const otherId = pair.personId === keptPersonId ? pair.otherPersonId : pair.personId;
      if (otherId === keptPersonId || ![pair.personId, pair.otherPersonId].includes(keptPersonId)) {
        throw ruleBroken('NOT_OF_THIS_PAIR', 'The record to keep is not one of the two.');
      }
      const [kept, other] = [await this.persons.findForChange(viewer, keptPersonId), await this.persons.findForChange(viewer, otherId)];
      if (!kept || !other || kept.status === 'merged' || other.status === 'merged' || (await this.persons.recordsOf(otherId)).length > 1) {
        throw ruleBroken('ALREADY_JOINED', 'One of the two records was joined with another one before; take that back first.');
      }
      await this.persons.change(otherId, { status: 'merged', mergedIntoId: keptPersonId, version: other.version + 1 });
      await this.keys.replace(otherId, other.centreId, []);
      await this.filing.refresh(keptPersonId);
      await this.decide(viewer, pair, 'same-person', keptPersonId);
      await this.timeline.append({
        personId: keptPersonId, centreId: kept.centreId, at: this.clock.now(), kind: 'people.merged', fact: 'fact.identity', data: {}, sourceType: 'person', sourceId: otherId,
      });
      await this.events.announce(new PersonMerged(otherId, keptPersonId, kept.centreId));
      return this.get(viewer, pairId);
    });
  }

  /** Takes a decision back: the pair is open again and, after a join, both records stand for themselves. */
  reopen(viewer: Viewer, pairId: string): Promise<ShownPair> {
    return this.unitOfWork.run(async () => {
      const pair = await this.forMove(viewer, pairId, 'to-steward');
      if (pair.keptPersonId) {
        await this.separate(viewer, pair.keptPersonId, pair.personId === pair.keptPersonId ? pair.otherPersonId : pair.personId);
      }
      await this.decide(viewer, pair, 'to-steward', null);
      return this.get(viewer, pairId);
    });
  }

  private async separate(viewer: Viewer, keptId: string, otherId: string): Promise<void> {
    const other = await this.persons.findForChange(viewer, otherId);
    if (!other) {
      throw notFound('PERSON_NOT_FOUND', 'The person');
    }
    await this.persons.change(otherId, { status: statusOf(await this.filing.missing(other)), mergedIntoId: null, version: other.version + 1 });
    await this.filing.refresh(otherId);
    await this.filing.refresh(keptId);
    await this.events.announce(new PersonMergeUndone(otherId, keptId, other.centreId));
  }

  private async forMove(viewer: Viewer, pairId: string, to: DuplicateState): Promise<DuplicatePair> {
    const pair = await this.pairs.findForChange(viewer, pairId);
    if (!pair) {
      throw notFound('DUPLICATE_NOT_FOUND', 'The pair');
    }
    const refusal = whyNotMove(DUPLICATE_TRANSITIONS, pair.state, to);
    if (refusal) {
      throw refusal;
    }
    return pair;
  }

  private async decide(viewer: Viewer, pair: DuplicatePair, state: DuplicateState, keptPersonId: string | null): Promise<void> {
    const open = state === 'to-steward';
    await this.pairs.change(pair.id, { state, keptPersonId, decidedBy: open ? null : viewer.userId, decidedAt: open ? null : this.clock.now() });
    await this.audit.record(viewer, {
      action: 'duplicate.decided', subjectType: 'duplicate-pair', subjectId: pair.id, personId: pair.personId, centreId: pair.centreId, details: { from: pair.state, state, keptPersonId },
    });
  }

  private async get(viewer: Viewer, pairId: string): Promise<ShownPair> {
    const pair = await this.pairs.find(viewer, pairId);
    const summaries = pair ? await this.people.summaries(viewer, [pair.personId, pair.otherPersonId]) : new Map<string, PersonSummary>();
    const answer = pair && shown(pair, summaries);
    if (!answer) {
      throw notFound('DUPLICATE_NOT_FOUND', 'The pair');
    }
    return answer;
  }
}

const shown = (pair: DuplicatePair, summaries: ReadonlyMap<string, PersonSummary>): ShownPair | null => {
  const [person, otherPerson] = [summaries.get(pair.personId), summaries.get(pair.otherPersonId)];
  return person && otherPerson ? { pair, person, otherPerson } : null;
};
