import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Certified, of those assessed" needs to know who was assessed; the column goes to the end of training's view. */
const ASSESSED = `
  CREATE OR REPLACE VIEW enrolment_fact AS
    SELECT enrolment.id AS enrolment_id, enrolment.person_id, enrolment.centre_id, centre.country, cohort.programme_id,
           programme.code AS programme_code, cohort.id AS cohort_id, cohort.planned_end_on, enrolment.registered_on,
           enrolment.entered_on, enrolment.exited_on,
           CASE WHEN enrolment.state IN ('completed', 'left-early', 'withdrawn', 'transferred', 'deceased') THEN enrolment.state END AS outcome,
           enrolment.exclusion, cohort.places AS cohort_places, enrolment.assessed_on
      FROM enrolment
      JOIN cohort ON cohort.id = enrolment.cohort_id
      JOIN programme ON programme.id = cohort.programme_id
      JOIN centre ON centre.id = enrolment.centre_id;
`;

/** One release of a country and quarter in the making, one in force per country: what two who come at once cannot both write. */
const GUARDS = `
  CREATE UNIQUE INDEX release_one_at_work_ix ON release (country, quarter) WHERE state IN ('building', 'computed', 'disclosure-checked', 'approved');
  CREATE UNIQUE INDEX release_one_published_ix ON release (country) WHERE state = 'published';
`;

export class Insights1764000600000 implements MigrationInterface {
  readonly name = 'Insights1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE release (
        id uuid NOT NULL,
        country text NOT NULL,
        quarter text NOT NULL,
        cut_off date NOT NULL,
        state text NOT NULL,
        centres jsonb NOT NULL,
        policy jsonb NOT NULL,
        checked_tables jsonb,
        job_id uuid NOT NULL,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        computed_at timestamptz,
        checked_at timestamptz,
        approved_by uuid,
        approved_at timestamptz,
        published_by uuid,
        published_at timestamptz,
        superseded_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT release_pk PRIMARY KEY (id)
      );
      CREATE TABLE release_count (
        release_id uuid NOT NULL,
        population text NOT NULL,
        period text NOT NULL,
        dimension text NOT NULL,
        category text NOT NULL,
        outcomes jsonb NOT NULL,
        people integer NOT NULL,
        due integer NOT NULL,
        total integer NOT NULL,
        CONSTRAINT release_count_pk PRIMARY KEY (release_id, population, period, dimension, category)
      );
      CREATE TABLE release_value (
        release_id uuid NOT NULL,
        indicator text NOT NULL,
        period text NOT NULL,
        dimension text NOT NULL,
        category text NOT NULL,
        code text NOT NULL,
        definition_version integer NOT NULL,
        mature boolean NOT NULL,
        numbers jsonb NOT NULL,
        place jsonb,
        computed_at timestamptz NOT NULL,
        cut_off date NOT NULL,
        CONSTRAINT release_value_pk PRIMARY KEY (release_id, indicator, period, dimension, category)
      );
      CREATE INDEX release_country_requested_at_ix ON release (country, requested_at);
      ALTER TABLE release_count ADD CONSTRAINT release_count_release_id_fk FOREIGN KEY (release_id) REFERENCES release(id);
      ALTER TABLE release_value ADD CONSTRAINT release_value_release_id_fk FOREIGN KEY (release_id) REFERENCES release(id);
    `);
    await runner.query(GUARDS + ASSESSED);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
