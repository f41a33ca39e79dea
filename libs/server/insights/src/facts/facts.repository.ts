import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Day } from '@sampan/kernel';
import type { Observation } from '../indicators/outcome.rules';
import type { FactScope } from './scope';

interface Somebody {
  readonly personId: string;
  readonly centreId: string;
  readonly sex: string;
  readonly birthYear: number | null;
}

interface Trained extends Somebody {
  readonly enrolmentId: string;
  readonly programme: string;
  readonly outcome: string | null;
  readonly exclusion: string | null;
}

export interface EntrantFact extends Trained {
  readonly enteredOn: Day;
  readonly exitedOn: Day | null;
  readonly plannedEndOn: Day;
}

export interface LeaverFact extends Trained {
  readonly outcome: string;
  readonly exitedOn: Day;
  readonly assessedOn: Day | null;
}

export interface AttendanceFact extends Somebody {
  readonly programme: string;
  readonly quarter: string;
  readonly present: number;
  readonly absent: number;
  readonly unmarked: number;
}

export interface CheckFact extends Somebody {
  readonly dueOn: Day;
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly attemptedOn: Day | null;
  readonly reachedOn: Day | null;
}

export interface PlacedFact extends Somebody {
  readonly placementId: string;
  readonly startedOn: Day;
  readonly endedOn: Day | null;
}

export interface ObservationFact extends Observation {
  readonly personId: string;
  readonly placementId: string;
}

const INCLUDED = 'included AS (SELECT * FROM unnest($1::uuid[], $2::date[]) AS centre(centre_id, counts_from))';
const SOMEBODY = 'fact.person_id AS "personId", fact.centre_id AS "centreId", person.sex, person.birth_year AS "birthYear"';
const day = (column: string, name: string): string => `to_char(${column}, 'YYYY-MM-DD') AS "${name}"`;

/** The views that a population is counted from, and the day that puts a fact into a cohort. */
const SOURCES = {
  entrants: { view: 'enrolment_fact', on: 'entered_on' },
  leavers: { view: 'enrolment_fact', on: 'exited_on' },
  attendance: { view: 'attendance_fact', on: 'session_on' },
  checks: { view: 'follow_up_fact', on: 'due_on' },
  placed: { view: 'placement_fact', on: 'started_on' },
} as const;

export type Source = keyof typeof SOURCES;

/** Reads the rooms' views and nothing else: $1, $2 centres and their first days, $3 from, $4 cut-off, $5 persons. */
@Injectable()
export class FactsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The next persons with a fact in the scope, in the order of their ids. */
  async nextPersons(source: Source, scope: FactScope, after: string | null, limit: number): Promise<string[]> {
    const { view, on } = SOURCES[source];
    const rows = await this.query<{ personId: string }>(
      `WITH ${INCLUDED}
       SELECT DISTINCT fact.person_id AS "personId" FROM ${view} fact JOIN included USING (centre_id)
        WHERE fact.${on} BETWEEN greatest($3::date, included.counts_from) AND $4::date AND ($5::uuid IS NULL OR fact.person_id > $5::uuid)
        ORDER BY fact.person_id LIMIT $6`,
      scope,
      after,
      limit,
    );
    return rows.map(({ personId }) => personId);
  }

  /** A person counts once per calendar year, with the first entry of the year. */
  entrants(scope: FactScope, personIds: readonly string[]): Promise<EntrantFact[]> {
    return this.query(
      `WITH ${INCLUDED}
       SELECT DISTINCT ON (fact.person_id, extract(year FROM fact.entered_on))
              ${SOMEBODY}, fact.enrolment_id AS "enrolmentId", fact.programme_code AS programme, fact.outcome, fact.exclusion,
              ${day('fact.entered_on', 'enteredOn')}, ${day('fact.exited_on', 'exitedOn')}, ${day('fact.planned_end_on', 'plannedEndOn')}
         FROM enrolment_fact fact JOIN included USING (centre_id) JOIN person_fact person ON person.person_id = fact.person_id
        WHERE fact.entered_on BETWEEN greatest($3::date, included.counts_from) AND $4::date AND fact.person_id = ANY($5)
        ORDER BY fact.person_id, extract(year FROM fact.entered_on), fact.entered_on, fact.enrolment_id`,
      scope,
      personIds,
    );
  }

  /** A person counts once per calendar year, with the last exit of the year. Who never attended has not been in training. */
  leavers(scope: FactScope, personIds: readonly string[]): Promise<LeaverFact[]> {
    return this.query(
      `WITH ${INCLUDED}
       SELECT DISTINCT ON (fact.person_id, extract(year FROM fact.exited_on))
              ${SOMEBODY}, fact.enrolment_id AS "enrolmentId", fact.programme_code AS programme, fact.outcome, fact.exclusion,
              ${day('fact.exited_on', 'exitedOn')}, ${day('fact.assessed_on', 'assessedOn')}
         FROM enrolment_fact fact JOIN included USING (centre_id) JOIN person_fact person ON person.person_id = fact.person_id
        WHERE fact.exited_on BETWEEN greatest($3::date, included.counts_from) AND $4::date AND fact.person_id = ANY($5)
          AND fact.entered_on IS NOT NULL AND fact.outcome IS NOT NULL
        ORDER BY fact.person_id, extract(year FROM fact.exited_on), fact.exited_on DESC, fact.enrolment_id DESC`,
      scope,
      personIds,
    );
  }

  attendance(scope: FactScope, personIds: readonly string[]): Promise<AttendanceFact[]> {
    return this.query(
      `WITH ${INCLUDED}
       SELECT ${SOMEBODY}, enrolment.programme_code AS programme, to_char(fact.session_on, 'YYYY-"Q"Q') AS quarter,
              (count(*) FILTER (WHERE fact.register_taken AND fact.counts_as_present))::int AS present,
              (count(*) FILTER (WHERE fact.register_taken AND NOT fact.counts_as_present))::int AS absent,
              (count(*) FILTER (WHERE NOT fact.register_taken OR fact.counts_as_present IS NULL))::int AS unmarked
         FROM attendance_fact fact JOIN included USING (centre_id) JOIN person_fact person ON person.person_id = fact.person_id
         JOIN enrolment_fact enrolment ON enrolment.enrolment_id = fact.enrolment_id
        WHERE fact.session_on BETWEEN greatest($3::date, included.counts_from) AND $4::date AND fact.person_id = ANY($5)
        GROUP BY fact.person_id, fact.centre_id, person.sex, person.birth_year, programme, quarter
        ORDER BY fact.person_id, quarter`,
      scope,
      personIds,
    );
  }

  checks(scope: FactScope, personIds: readonly string[]): Promise<CheckFact[]> {
    return this.query(
      `WITH ${INCLUDED}
       SELECT ${SOMEBODY}, ${day('fact.due_on', 'dueOn')}, ${day('fact.window_from', 'windowFrom')}, ${day('fact.window_to', 'windowTo')},
              ${day('fact.attempted_on', 'attemptedOn')}, ${day('fact.reached_on', 'reachedOn')}
         FROM follow_up_fact fact JOIN included USING (centre_id) JOIN person_fact person ON person.person_id = fact.person_id
        WHERE fact.due_on BETWEEN greatest($3::date, included.counts_from) AND $4::date AND fact.person_id = ANY($5)
        ORDER BY fact.person_id, fact.due_on, fact.follow_up_id`,
      scope,
      personIds,
    );
  }

  /** A person counts once per calendar year, with the first job of the year. Further training is not a job to be kept. */
  placed(scope: FactScope, personIds: readonly string[]): Promise<PlacedFact[]> {
    return this.query(
      `WITH ${INCLUDED}
       SELECT DISTINCT ON (fact.person_id, extract(year FROM fact.started_on))
              ${SOMEBODY}, fact.placement_id AS "placementId", ${day('fact.started_on', 'startedOn')}, ${day('fact.ended_on', 'endedOn')}
         FROM placement_fact fact JOIN included USING (centre_id) JOIN person_fact person ON person.person_id = fact.person_id
        WHERE fact.started_on BETWEEN greatest($3::date, included.counts_from) AND $4::date AND fact.person_id = ANY($5)
          AND fact.kind <> 'further-training'
        ORDER BY fact.person_id, extract(year FROM fact.started_on), fact.started_on, fact.placement_id`,
      scope,
      personIds,
    );
  }

  /** Every dated answer of these persons up to the cut-off, wherever it was recorded. */
  observations({ cutOff }: FactScope, personIds: readonly string[]): Promise<ObservationFact[]> {
    return this.unitOfWork.manager.query(
      `SELECT person_id AS "personId", placement_id AS "placementId", ${day('observed_on', 'on')}, employment, same_employer AS "sameEmployer", verified
         FROM observation_fact WHERE person_id = ANY($1) AND observed_on <= $2::date ORDER BY person_id, observed_on, observation_id`,
      [personIds, cutOff],
    );
  }

  /** The first certificate of each enrolment up to the cut-off. */
  certificates({ cutOff }: FactScope, enrolmentIds: readonly string[]): Promise<{ enrolmentId: string; issuedOn: Day }[]> {
    return this.unitOfWork.manager.query(
      `SELECT enrolment_id AS "enrolmentId", to_char(min(issued_on), 'YYYY-MM-DD') AS "issuedOn"
         FROM certificate_fact WHERE enrolment_id = ANY($1) AND issued_on <= $2::date GROUP BY enrolment_id`,
      [enrolmentIds, cutOff],
    );
  }

  /** Coded exclusions that were known at the cut-off, the latest of each person. */
  exclusions({ cutOff }: FactScope, personIds: readonly string[]): Promise<{ personId: string; exclusion: string; since: Day }[]> {
    return this.unitOfWork.manager.query(
      `SELECT DISTINCT ON (person_id) person_id AS "personId", coalesce(exclusion, outcome) AS exclusion, ${day('exited_on', 'since')}
         FROM enrolment_fact
        WHERE person_id = ANY($1) AND exited_on <= $2::date AND (exclusion IS NOT NULL OR outcome = 'deceased')
        ORDER BY person_id, exited_on DESC, enrolment_id DESC`,
      [personIds, cutOff],
    );
  }

  private query<T>(sql: string, { centres, from, cutOff }: FactScope, ...more: readonly unknown[]): Promise<T[]> {
    return this.unitOfWork.manager.query(sql, [centres.map(({ centreId }) => centreId), centres.map(({ countsFrom }) => countsFrom), from, cutOff, ...more]);
  }
}
