import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@sampan/kernel';
import {
  ageBandOf, certificateDueOn, certificationOf, checkOutcomeOf, completionDueOn, completionOf, exitDueOn, exitOutcomeOf, retentionOf, yearDueOn, yearOutcomeOf,
} from '../indicators/outcome.rules';
import { quarterOf } from '../indicators/period.rules';
import { populationOf, type PopulationKey } from '../indicators/populations';
import { Tally, type CountedUnit, type SliceCount } from '../indicators/tally.rules';
import { FactsRepository, type ObservationFact, type Source } from './facts.repository';
import type { FactScope } from './scope';

const PERSONS_AT_ONCE = 2_000;
const RETENTION_DAYS = [30, 90, 180, 365] as const;

/** The parts of counting, each of which is done whole or not at all. */
export const SOURCES: readonly Source[] = ['entrants', 'leavers', 'attendance', 'checks', 'placed'];

const POPULATIONS_OF: Readonly<Record<Source, readonly PopulationKey[]>> = {
  entrants: ['entrants'],
  leavers: ['exiters', 'completers', 'certification'],
  attendance: ['attendance'],
  checks: ['checks'],
  placed: ['placed-30', 'placed-90', 'placed-180', 'placed-365'],
};

type Counted = readonly [PopulationKey, CountedUnit];

interface Traits {
  readonly personId: string;
  readonly centreId: string;
  readonly sex: string;
  readonly birthYear: number | null;
  readonly programme?: string;
}

/** One unit of a population; `dueOn` is the day on which its outcome is looked at. */
const counted = (key: PopulationKey, traits: Traits, on: Day, dueOn: Day, outcomes: string | Record<string, number>): Counted => [
  key,
  {
    personId: traits.personId,
    centreId: traits.centreId,
    quarter: quarterOf(on),
    sex: traits.sex,
    ageBand: ageBandOf(traits.birthYear, on),
    programme: traits.programme ?? '',
    settledOn: addDays(dueOn, populationOf(key).graceDays),
    outcomes: typeof outcomes === 'string' ? { [outcomes]: 1 } : outcomes,
  },
];

const by = <T extends { readonly personId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  rows.forEach((row) => groups.set(row.personId, [...(groups.get(row.personId) ?? []), row]));
  return groups;
};

/** Reads facts person by person, says what became of each, and adds them up. Exact counts: they stay in this room. */
@Injectable()
export class Counting {
  constructor(private readonly facts: FactsRepository) {}

  async count(source: Source, scope: FactScope): Promise<ReadonlyMap<PopulationKey, SliceCount[]>> {
    const tallies = new Map(POPULATIONS_OF[source].map((key) => [key, new Tally(populationOf(key), scope.cutOff)]));
    let after: string | null = null;
    do {
      const personIds: string[] = await this.facts.nextPersons(source, scope, after, PERSONS_AT_ONCE);
      const units = personIds.length > 0 ? await this.unitsOf(source, scope, personIds) : [];
      units.forEach(([key, unit]) => tallies.get(key)?.add(unit));
      after = personIds.at(-1) ?? null;
    } while (after !== null);
    return new Map([...tallies].map(([key, tally]) => [key, tally.result()]));
  }

  private unitsOf(source: Source, scope: FactScope, personIds: readonly string[]): Promise<Counted[]> {
    const readers: Record<Source, () => Promise<Counted[]>> = {
      entrants: () => this.entrants(scope, personIds),
      leavers: () => this.leavers(scope, personIds),
      attendance: () => this.attendance(scope, personIds),
      checks: () => this.checks(scope, personIds),
      placed: () => this.placed(scope, personIds),
    };
    return readers[source]();
  }

  private async entrants(scope: FactScope, personIds: readonly string[]): Promise<Counted[]> {
    const facts = await this.facts.entrants(scope, personIds);
    return facts.map((fact) => {
      // An exit after the cut-off has not happened yet.
      const gone = fact.exitedOn !== null && fact.exitedOn <= scope.cutOff;
      const known = gone ? fact : { ...fact, exitedOn: null, outcome: null, exclusion: null };
      return counted('entrants', fact, fact.enteredOn, completionDueOn(fact.plannedEndOn), completionOf(known));
    });
  }

  private async leavers(scope: FactScope, personIds: readonly string[]): Promise<Counted[]> {
    const facts = await this.facts.leavers(scope, personIds);
    const observations = by(await this.facts.observations(scope, personIds));
    const certificates = await this.facts.certificates(scope, facts.map(({ enrolmentId }) => enrolmentId));
    const issued = new Map(certificates.map(({ enrolmentId, issuedOn }) => [enrolmentId, issuedOn]));
    return facts.flatMap((fact) => {
      const exit = { ...fact, observations: observations.get(fact.personId) ?? [] };
      const exiter = counted('exiters', fact, fact.exitedOn, exitDueOn(fact.exitedOn), exitOutcomeOf(exit));
      if (fact.outcome !== 'completed') {
        return [exiter];
      }
      const assessed = fact.assessedOn !== null && fact.assessedOn <= scope.cutOff;
      const certification = certificationOf({ exitedOn: fact.exitedOn, assessed, issuedOn: issued.get(fact.enrolmentId) ?? null });
      return [
        exiter,
        counted('completers', fact, fact.exitedOn, yearDueOn(fact.exitedOn), yearOutcomeOf(exit)),
        counted('certification', fact, fact.exitedOn, certificateDueOn(fact.exitedOn), certification),
      ];
    });
  }

  private async attendance(scope: FactScope, personIds: readonly string[]): Promise<Counted[]> {
    const facts = await this.facts.attendance(scope, personIds);
    return facts.map(({ present, absent, unmarked, quarter, ...traits }) => {
      const [key, unit] = counted('attendance', traits, scope.from, scope.from, { present, absent, 'no-register': unmarked });
      return [key, { ...unit, quarter }];
    });
  }

  private async checks(scope: FactScope, personIds: readonly string[]): Promise<Counted[]> {
    const facts = await this.facts.checks(scope, personIds);
    const known = (on: Day | null): Day | null => (on !== null && on <= scope.cutOff ? on : null);
    return facts.map((fact) =>
      counted('checks', fact, fact.dueOn, fact.windowTo, checkOutcomeOf({ ...fact, attemptedOn: known(fact.attemptedOn), reachedOn: known(fact.reachedOn) })),
    );
  }

  private async placed(scope: FactScope, personIds: readonly string[]): Promise<Counted[]> {
    const facts = await this.facts.placed(scope, personIds);
    const observations = by(await this.facts.observations(scope, personIds));
    const excluded = new Map((await this.facts.exclusions(scope, personIds)).map((row) => [row.personId, row]));
    return facts.flatMap((fact) =>
      RETENTION_DAYS.map((day) => {
        const due = addDays(fact.startedOn, day);
        const exclusion = excluded.get(fact.personId);
        const facing = {
          startedOn: fact.startedOn,
          endedOn: fact.endedOn !== null && fact.endedOn <= scope.cutOff ? fact.endedOn : null,
          exclusion: exclusion && exclusion.since <= due ? exclusion.exclusion : null,
          observations: (observations.get(fact.personId) ?? []).map((one) => atPlacement(one, fact.placementId)),
        };
        return counted(`placed-${day}`, fact, fact.startedOn, due, retentionOf(facing, day));
      }),
    );
  }
}

/** "The same employer" said about another job says nothing about this one. */
const atPlacement = (observation: ObservationFact, placementId: string): ObservationFact => ({
  ...observation,
  sameEmployer: observation.placementId === placementId && observation.sameEmployer === true,
});
