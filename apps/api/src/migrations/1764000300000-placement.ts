import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What higher rooms count. `country` is the centre's, as in every fact of this kind; the country of the job is the job's business.
 * A placement that never started has no day of start.
 */
const FACTS = `
  CREATE VIEW placement_fact AS
    SELECT placement.id AS placement_id, placement.person_id, placement.centre_id, placement.home_country AS country, placement.source, placement.kind,
           placement.started_on, placement.ended_on, placement.employer_id, placement.occupation
      FROM placement
     WHERE placement.state <> 'never-started';
  CREATE VIEW follow_up_fact AS
    SELECT follow_up.id AS follow_up_id, follow_up.placement_id, follow_up.person_id, follow_up.centre_id, follow_up.check_day,
           follow_up.due_on, follow_up.window_from, follow_up.window_to, follow_up.attempted_on, follow_up.reached_on
      FROM follow_up
     WHERE follow_up.state <> 'stopped';
  CREATE VIEW observation_fact AS
    SELECT observation.id AS observation_id, observation.placement_id, observation.person_id, observation.centre_id, observation.observed_on,
           observation.employment, observation.same_employer, observation.verified
      FROM observation;
`;

/** What was checked and decided about an employer stays as it was written. */
const APPEND_ONLY = `
  CREATE TRIGGER vetting_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vetting_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER vetting_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON vetting_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

export class Placement1764000300000 implements MigrationInterface {
  readonly name = 'Placement1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE employer (
        id uuid NOT NULL,
        centre_id uuid NOT NULL,
        name text COLLATE "und-x-icu" NOT NULL,
        kind text NOT NULL,
        country text NOT NULL,
        place text,
        registration_number text,
        licence_number text,
        contact_name text,
        contact_phone text,
        vetting_state text NOT NULL,
        valid_until date,
        conditions text,
        blocked_reason text,
        proposed_outcome text,
        proposed_valid_until date,
        proposed_conditions text,
        proposed_by uuid,
        proposed_at timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT employer_pk PRIMARY KEY (id)
      );
      CREATE INDEX employer_centre_id_name_id_ix ON employer (centre_id, name, id);
      CREATE TABLE vacancy (
        id uuid NOT NULL,
        centre_id uuid NOT NULL,
        employer_id uuid NOT NULL,
        agency_id uuid,
        title text NOT NULL,
        kind text NOT NULL,
        occupation text NOT NULL,
        description text,
        country text NOT NULL,
        place text,
        places integer NOT NULL,
        taken integer NOT NULL DEFAULT '0',
        wage_amount numeric(14,2) NOT NULL,
        wage_currency text NOT NULL,
        wage_period text NOT NULL,
        wage_monthly numeric(14,2),
        hours_per_week integer,
        usual_monthly numeric(14,2),
        usual_source text,
        legal_minimum_monthly numeric(14,2),
        state text NOT NULL,
        closes_on date,
        screen_answers jsonb,
        screen_outcome text,
        screen_signs jsonb,
        screened_by uuid,
        screened_at timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT vacancy_pk PRIMARY KEY (id)
      );
      CREATE INDEX vacancy_employer_id_ix ON vacancy (employer_id);
      CREATE INDEX vacancy_centre_id_id_ix ON vacancy (centre_id, id);
      CREATE TABLE vacancy_application (
        id uuid NOT NULL,
        vacancy_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        state text NOT NULL,
        declined_by text,
        reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT one_application_per_person_and_vacancy UNIQUE (vacancy_id, person_id),
        CONSTRAINT vacancy_application_pk PRIMARY KEY (id)
      );
      CREATE INDEX vacancy_application_person_id_ix ON vacancy_application (person_id);
      CREATE TABLE placement (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        home_country text NOT NULL,
        source text NOT NULL,
        kind text NOT NULL,
        employer_id uuid,
        employer_name text,
        vacancy_id uuid,
        application_id uuid,
        title text NOT NULL,
        occupation text,
        country text NOT NULL,
        place text,
        wage_amount numeric(14,2),
        wage_currency text,
        wage_period text,
        wage_monthly numeric(14,2),
        hours_per_week integer,
        has_written_contract boolean NOT NULL,
        contract_file_id uuid,
        contract_language text,
        contract_understood boolean NOT NULL DEFAULT false,
        passport_holder text,
        costs jsonb NOT NULL DEFAULT '[]',
        cost_currency text,
        state text NOT NULL,
        started_on date,
        ended_on date,
        end_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT placement_application_id_uq UNIQUE (application_id),
        CONSTRAINT placement_pk PRIMARY KEY (id)
      );
      CREATE INDEX placement_employer_id_ix ON placement (employer_id);
      CREATE INDEX placement_person_id_ix ON placement (person_id);
      CREATE INDEX placement_centre_id_id_ix ON placement (centre_id, id);
      CREATE TABLE vetting_check (
        id uuid NOT NULL,
        employer_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        kind text NOT NULL,
        result text NOT NULL,
        evidence text NOT NULL,
        checked_on date NOT NULL,
        checked_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT vetting_check_pk PRIMARY KEY (id)
      );
      CREATE INDEX vetting_check_employer_id_created_at_ix ON vetting_check (employer_id, created_at);
      CREATE TABLE vetting_decision (
        id uuid NOT NULL,
        employer_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        proposed_by uuid,
        decided_by uuid NOT NULL,
        approved boolean NOT NULL,
        state text NOT NULL,
        valid_until date,
        reason text,
        decided_at timestamptz NOT NULL,
        CONSTRAINT vetting_decision_pk PRIMARY KEY (id)
      );
      CREATE INDEX vetting_decision_employer_id_decided_at_ix ON vetting_decision (employer_id, decided_at);
      CREATE TABLE follow_up (
        id uuid NOT NULL,
        placement_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        check_day integer NOT NULL,
        due_on date NOT NULL,
        window_from date NOT NULL,
        window_to date NOT NULL,
        state text NOT NULL,
        attempted_on date,
        reached_on date,
        missed_on date,
        version integer NOT NULL,
        CONSTRAINT one_check_per_placement_and_day UNIQUE (placement_id, check_day),
        CONSTRAINT follow_up_pk PRIMARY KEY (id)
      );
      CREATE INDEX follow_up_person_id_ix ON follow_up (person_id);
      CREATE INDEX follow_up_centre_id_due_on_id_ix ON follow_up (centre_id, due_on, id);
      CREATE TABLE follow_up_attempt (
        id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        attempted_on date NOT NULL,
        channel text NOT NULL,
        answered_by text NOT NULL,
        employer_present text NOT NULL,
        code_word text NOT NULL,
        script text NOT NULL,
        attempted_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT follow_up_attempt_pk PRIMARY KEY (id)
      );
      CREATE INDEX follow_up_attempt_follow_up_id_created_at_ix ON follow_up_attempt (follow_up_id, created_at);
      CREATE TABLE labour_concern (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        placement_id uuid,
        source text NOT NULL,
        raised_by text,
        received_on date NOT NULL,
        indicators jsonb NOT NULL DEFAULT '[]',
        worries jsonb NOT NULL DEFAULT '[]',
        treat_as_minor boolean NOT NULL,
        severity text NOT NULL,
        state text NOT NULL,
        handler_id uuid,
        sealed_words text,
        reported_by text,
        sealed_reporter text,
        outcome text,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT labour_concern_raised_by_uq UNIQUE (raised_by),
        CONSTRAINT labour_concern_pk PRIMARY KEY (id)
      );
      CREATE INDEX labour_concern_person_id_ix ON labour_concern (person_id);
      CREATE INDEX labour_concern_centre_id_id_ix ON labour_concern (centre_id, id);
      CREATE TABLE observation (
        id uuid NOT NULL,
        placement_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        follow_up_id uuid,
        observed_on date NOT NULL,
        employment text NOT NULL,
        same_employer boolean,
        evidence text NOT NULL,
        verified boolean NOT NULL,
        wage_amount numeric(14,2),
        wage_currency text,
        wage_period text,
        wage_monthly numeric(14,2),
        below_promise boolean,
        hours_per_week integer,
        indicators jsonb NOT NULL DEFAULT '[]',
        sealed_words text,
        recorded_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT observation_pk PRIMARY KEY (id)
      );
      CREATE INDEX observation_person_id_ix ON observation (person_id);
      CREATE INDEX observation_placement_id_observed_on_ix ON observation (placement_id, observed_on);
      ALTER TABLE employer ADD CONSTRAINT employer_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE vacancy ADD CONSTRAINT vacancy_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE vacancy ADD CONSTRAINT vacancy_employer_id_fk FOREIGN KEY (employer_id) REFERENCES employer(id);
      ALTER TABLE vacancy ADD CONSTRAINT vacancy_agency_id_fk FOREIGN KEY (agency_id) REFERENCES employer(id);
      ALTER TABLE vacancy_application ADD CONSTRAINT vacancy_application_vacancy_id_fk FOREIGN KEY (vacancy_id) REFERENCES vacancy(id);
      ALTER TABLE vacancy_application ADD CONSTRAINT vacancy_application_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE vacancy_application ADD CONSTRAINT vacancy_application_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE placement ADD CONSTRAINT placement_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE placement ADD CONSTRAINT placement_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE placement ADD CONSTRAINT placement_employer_id_fk FOREIGN KEY (employer_id) REFERENCES employer(id);
      ALTER TABLE placement ADD CONSTRAINT placement_vacancy_id_fk FOREIGN KEY (vacancy_id) REFERENCES vacancy(id);
      ALTER TABLE placement ADD CONSTRAINT placement_application_id_fk FOREIGN KEY (application_id) REFERENCES vacancy_application(id);
      ALTER TABLE vetting_check ADD CONSTRAINT vetting_check_employer_id_fk FOREIGN KEY (employer_id) REFERENCES employer(id);
      ALTER TABLE vetting_decision ADD CONSTRAINT vetting_decision_employer_id_fk FOREIGN KEY (employer_id) REFERENCES employer(id);
      ALTER TABLE follow_up ADD CONSTRAINT follow_up_placement_id_fk FOREIGN KEY (placement_id) REFERENCES placement(id);
      ALTER TABLE follow_up ADD CONSTRAINT follow_up_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE follow_up ADD CONSTRAINT follow_up_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE follow_up_attempt ADD CONSTRAINT follow_up_attempt_follow_up_id_fk FOREIGN KEY (follow_up_id) REFERENCES follow_up(id);
      ALTER TABLE follow_up_attempt ADD CONSTRAINT follow_up_attempt_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE labour_concern ADD CONSTRAINT labour_concern_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE labour_concern ADD CONSTRAINT labour_concern_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE labour_concern ADD CONSTRAINT labour_concern_placement_id_fk FOREIGN KEY (placement_id) REFERENCES placement(id);
      ALTER TABLE observation ADD CONSTRAINT observation_placement_id_fk FOREIGN KEY (placement_id) REFERENCES placement(id);
      ALTER TABLE observation ADD CONSTRAINT observation_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE observation ADD CONSTRAINT observation_follow_up_id_fk FOREIGN KEY (follow_up_id) REFERENCES follow_up(id);
    `);
    await runner.query(FACTS);
    await runner.query(APPEND_ONLY);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
