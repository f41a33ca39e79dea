import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes stay as they were written; the only change that the trigger lets through is another sealing of the same text by
 * the owner, when keys change. The product's working role has no right to change a note at all.
 */
const RESEAL = `
  CREATE FUNCTION refuse_change_but_reseal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV[0] = to_jsonb(OLD) - TG_ARGV[0]
      AND to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL AND to_jsonb(NEW) ->> TG_ARGV[0] LIKE 'v2.%' THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  DROP TRIGGER case_note_append_only ON case_note;
  CREATE TRIGGER case_note_append_only BEFORE UPDATE OR DELETE ON case_note FOR EACH ROW EXECUTE FUNCTION refuse_change_but_reseal('sealed_text');
`;

export class Operations1764400010000 implements MigrationInterface {
  readonly name = 'Operations1764400010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE backup_run (
        id uuid NOT NULL,
        kind text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        outcome text NOT NULL,
        bytes bigint,
        rows bigint,
        files integer,
        failure text,
        CONSTRAINT backup_run_pk PRIMARY KEY (id)
      );
      CREATE INDEX backup_run_started_at_ix ON backup_run (started_at);
    `);
    await runner.query(RESEAL);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
