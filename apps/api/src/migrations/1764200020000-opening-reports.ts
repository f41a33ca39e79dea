import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpeningReports1764200020000 implements MigrationInterface {
  readonly name = 'OpeningReports1764200020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opening_report (
        id uuid NOT NULL,
        centre_id uuid NOT NULL,
        supervisor_id uuid NOT NULL,
        week_from date NOT NULL,
        week_to date NOT NULL,
        openings integer NOT NULL,
        made_at timestamptz NOT NULL,
        acknowledged_at timestamptz,
        CONSTRAINT opening_report_centre_id_week_from_supervisor_id_uq UNIQUE (centre_id, week_from, supervisor_id),
        CONSTRAINT opening_report_pk PRIMARY KEY (id)
      );
      CREATE INDEX opening_report_supervisor_id_week_from_ix ON opening_report (supervisor_id, week_from);
      ALTER TABLE opening_report ADD CONSTRAINT opening_report_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
