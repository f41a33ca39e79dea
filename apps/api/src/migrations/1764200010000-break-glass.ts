import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BreakGlass1764200010000 implements MigrationInterface {
  readonly name = 'BreakGlass1764200010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reach_exception (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        from_at timestamptz NOT NULL,
        until timestamptz NOT NULL,
        CONSTRAINT reach_exception_pk PRIMARY KEY (id)
      );
      CREATE INDEX reach_exception_user_id_until_ix ON reach_exception (user_id, until);
      ALTER TABLE reach_exception ADD CONSTRAINT reach_exception_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
      CREATE TABLE break_glass (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        user_id uuid NOT NULL,
        reason_kind text NOT NULL,
        reason_sealed text NOT NULL,
        asked_at timestamptz NOT NULL,
        until timestamptz NOT NULL,
        ended_by uuid,
        reviewed_by uuid,
        reviewed_at timestamptz,
        verdict text,
        CONSTRAINT break_glass_pk PRIMARY KEY (id)
      );
      CREATE INDEX break_glass_person_id_ix ON break_glass (person_id);
      CREATE INDEX break_glass_user_id_asked_at_ix ON break_glass (user_id, asked_at);
      CREATE INDEX break_glass_centre_id_asked_at_ix ON break_glass (centre_id, asked_at);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
