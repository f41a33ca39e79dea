import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holidays per country and centre; organisations and centres can be closed, and are changed under a version. */
export class Holidays1764300000000 implements MigrationInterface {
  readonly name = 'Holidays1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation
        ADD closed_on date,
        ADD version integer NOT NULL DEFAULT '1';
      ALTER TABLE centre
        ADD names jsonb NOT NULL DEFAULT '{}',
        ADD address text,
        ADD closed_on date,
        ADD version integer NOT NULL DEFAULT '1';
      CREATE TABLE holiday (
        id uuid NOT NULL,
        country text NOT NULL,
        centre_id uuid,
        day date NOT NULL,
        kind text NOT NULL,
        names jsonb NOT NULL,
        provisional boolean NOT NULL DEFAULT false,
        source text,
        removed boolean NOT NULL DEFAULT false,
        version integer NOT NULL,
        CONSTRAINT holiday_pk PRIMARY KEY (id)
      );
      CREATE INDEX holiday_country_day_ix ON holiday (country, day);
      CREATE UNIQUE INDEX holiday_one_a_day_ix ON holiday (country, centre_id, day) NULLS NOT DISTINCT WHERE NOT removed;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
