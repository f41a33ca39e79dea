import { Injectable } from '@nestjs/common';
import { Cipher, Clock, mapInTurns, newId, UnitOfWork, type Viewer } from '@sampan/kernel';
import { Centres } from '@sampan/organisations';
import { Audit } from '@sampan/platform';
import { readContact } from '../contacts/contact.rules';
import { DOCUMENT_HASH, plainNumber } from '../identifiers/identity-document.rules';
import type { PartialDate } from '../persons/partial-date.rules';
import { People, type PersonSummary } from '../persons/people.service';
import { blockingKeys } from './blocking-key.rules';
import { comparable, type Comparable } from './comparable.rules';
import { ComparablesRepository, type KnownPerson } from './comparables.repository';
import { inOrder, MOST_SHOWN, type DuplicateAnswer } from './duplicate-pair.rules';
import { DuplicatePairsRepository } from './duplicate-pairs.repository';
import { likelyDuplicate, type DuplicateScore } from './duplicate-score.rules';
import { PersonKeysRepository } from './person-keys.repository';

export interface Match extends DuplicateScore {
  readonly personId: string;
  readonly centreId: string;
}

export type ShownMatch = DuplicateScore & { readonly person: PersonSummary };

/** What was typed so far about somebody who is not yet known, as it was typed. */
export interface TypedFacts {
  readonly names: readonly string[];
  readonly birth?: PartialDate | null | undefined;
  readonly sex?: string | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly documentNumbers?: readonly string[] | undefined;
  readonly addressText?: string | null | undefined;
}

export interface AnsweredMatch {
  readonly personId: string;
  readonly answer: DuplicateAnswer;
}

/** Finds people who may be one, and remembers what was decided. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly keys: PersonKeysRepository,
    private readonly comparables: ComparablesRepository,
    private readonly pairs: DuplicatePairsRepository,
    private readonly people: People,
    private readonly centres: Centres,
    private readonly cipher: Cipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** At most five likely people, best first, only those whom the viewer may see. Others are queued when somebody is registered. */
  async check(viewer: Viewer, centreId: string, typed: TypedFacts): Promise<ShownMatch[]> {
    const { country } = await this.centres.get(viewer, centreId);
    const matches = await this.matchesOf(this.comparableOf(typed, country), []);
    const visible = await this.people.summaries(viewer, matches.map(({ personId }) => personId));
    return matches
      .flatMap(({ personId, score, reasons }) => {
        const person = visible.get(personId);
        return person ? [{ person, score, reasons }] : [];
      })
      .slice(0, MOST_SHOWN);
  }

  comparableOf({ names, birth = null, sex = 'unknown', phones = [], documentNumbers = [], addressText = null }: TypedFacts, country: string): Comparable {
    return comparable({
      names,
      birth,
      sex,
      phones: phones.flatMap((phone) => readContact('phone', phone, country) ?? []),
      documents: documentNumbers.filter((number) => plainNumber(number) !== '').flatMap((number) => this.hashesOf(number)),
      address: addressText,
    });
  }

  /** By every key: while keys are being rotated, a number may stand under the former one. */
  private hashesOf(documentNumber: string): string[] {
    return this.cipher.keyedHashes(DOCUMENT_HASH, plainNumber(documentNumber));
  }

  /** Everybody at or above the threshold, whoever may see them. */
  async matchesOf(person: Comparable, except: readonly string[]): Promise<Match[]> {
    const ids = await this.keys.candidates(blockingKeys(person), except);
    const known = await this.comparables.list(ids);
    return likely(person, known);
  }

  /** The same for many at once, in their order: as many statements as for one. */
  async matchesOfMany(people: readonly Comparable[]): Promise<Match[][]> {
    const candidates = await this.keys.candidatesOfMany(await mapInTurns(people, blockingKeys));
    const known = new Map((await this.comparables.list([...new Set(candidates.flat())])).map((other) => [other.id, other]));
    return mapInTurns(people, (person, place) => likely(person, (candidates[place] ?? []).flatMap((id) => known.get(id) ?? [])));
  }

  /**
   * After a registration: what was answered is remembered, and every other likely match goes to a steward, in silence
   * when the registrar could not have seen it.
   */
  async settle(viewer: Viewer, person: { readonly id: string; readonly centreId: string }, answers: readonly AnsweredMatch[]): Promise<void> {
    const [known] = await this.comparables.list([person.id], 'by every key');
    const matches = known ? await this.matchesOf(known.comparable, [person.id]) : [];
    for (const match of matches) {
      const answer = answers.find(({ personId }) => personId === match.personId)?.answer;
      await this.remember(viewer, person, match, answer === 'not-the-same' ? 'not-the-same' : 'to-steward');
    }
  }

  remember(viewer: Viewer, person: { readonly id: string; readonly centreId: string }, match: Match, state: 'not-the-same' | 'to-steward'): Promise<void> {
    return this.unitOfWork.run(async () => {
      const [personId, otherPersonId] = inOrder(person.id, match.personId);
      const [centreId, otherCentreId] = personId === person.id ? [person.centreId, match.centreId] : [match.centreId, person.centreId];
      const decided = state === 'not-the-same';
      const id = newId();
      await this.pairs.add({
        id, personId, otherPersonId, centreId, otherCentreId, score: match.score, reasons: [...match.reasons], state,
        decidedBy: decided ? viewer.userId : null, decidedAt: decided ? this.clock.now() : null, keptPersonId: null, createdAt: this.clock.now(),
      });
      if (decided) {
        await this.audit.record(viewer, { action: 'duplicate.decided', subjectType: 'duplicate-pair', subjectId: id, personId, centreId, details: { state } });
      }
    });
  }
}

/** Best first. */
const likely = (person: Comparable, others: readonly KnownPerson[]): Match[] =>
  others
    .flatMap(({ id, centreId, comparable: other }) => {
      const found = likelyDuplicate(person, other);
      return found ? [{ personId: id, centreId, ...found }] : [];
    })
    .sort((one, other) => other.score - one.score || (one.personId < other.personId ? -1 : 1));
