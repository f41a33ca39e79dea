import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Entries stay what they are, with one way out: a batch whose time is over is removed by `remove_expired_audit`, which looks
 * for itself whether that is so. The trigger lets a row go only when its batch is written down as removed, and its time is over.
 * The names end in `refuse_change` because the working role loses UPDATE and DELETE on every table that such a trigger guards.
 */
const GUARD = `
  CREATE FUNCTION audit_time_is_over(batch integer, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
      SELECT FROM audit_seal s JOIN audit_retention k ON k.kind = s.kind
      WHERE s.number = batch AND (s.to_at AT TIME ZONE 'UTC' + make_interval(months => greatest(k.keep_months, k.least_months))) AT TIME ZONE 'UTC' <= least(at, now())
    )
  $$;
  CREATE FUNCTION audit_entry_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
      SELECT FROM audit_seal_line l JOIN audit_removal r ON r.seal_number = l.seal_number
      WHERE l.entry_id = OLD.id AND audit_time_is_over(l.seal_number, now())
    ) THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE FUNCTION audit_seal_line_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND audit_time_is_over(OLD.seal_number, now())
      AND EXISTS (SELECT FROM audit_removal r WHERE r.seal_number = OLD.seal_number) THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE FUNCTION remove_expired_audit(batch integer, at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER AS $$
  DECLARE
    removed integer;
  BEGIN
    IF NOT audit_time_is_over(batch, at) THEN
      RAISE EXCEPTION 'The time of batch % is not over.', batch USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO audit_removal (seal_number, removed_at, entries, kept_months)
      SELECT s.number, at, s.entries, greatest(k.keep_months, k.least_months) FROM audit_seal s JOIN audit_retention k ON k.kind = s.kind WHERE s.number = batch;
    DELETE FROM audit_entry e USING audit_seal_line l WHERE l.seal_number = batch AND e.id = l.entry_id;
    GET DIAGNOSTICS removed = ROW_COUNT;
    DELETE FROM audit_seal_line WHERE seal_number = batch;
    RETURN removed;
  END $$;
  DROP TRIGGER audit_entry_append_only ON audit_entry;
  CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse_change();
  CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_seal_line_append_only BEFORE UPDATE OR DELETE ON audit_seal_line FOR EACH ROW EXECUTE FUNCTION audit_seal_line_refuse_change();
  CREATE TRIGGER audit_seal_line_no_truncate BEFORE TRUNCATE ON audit_seal_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_removal_append_only BEFORE UPDATE OR DELETE ON audit_removal FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_removal_no_truncate BEFORE TRUNCATE ON audit_removal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** A function that acts with its owner's rights must not look into a schema that somebody else can fill. */
const OWN_SCHEMA_ONLY = `
  DO $$
  DECLARE
    guarded text;
  BEGIN
    FOREACH guarded IN ARRAY ARRAY['audit_time_is_over(integer, timestamptz)', 'audit_entry_refuse_change()', 'audit_seal_line_refuse_change()', 'remove_expired_audit(integer, timestamptz)'] LOOP
      EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', guarded, current_schema());
    END LOOP;
    REVOKE ALL ON FUNCTION remove_expired_audit(integer, timestamptz) FROM PUBLIC;
    EXECUTE format('GRANT EXECUTE ON FUNCTION remove_expired_audit(integer, timestamptz) TO %I', current_schema() || '_work');
  END $$;
`;

/** Months. Traffic data: 90 days by Thailand's Computer Crime Act; the others are this product's proposal, for the operator's counsel to confirm. */
const KEPT = `
  INSERT INTO audit_retention (kind, actions, keep_months, least_months) VALUES
    ('sign-in', '{session.opened,session.ended*,session.revoked,sign-in.*,password.*,second-factor.*,device.*}', 24, 3),
    ('opening', '{*.opened,*.printed,*.listed,*.exported}', 60, 12),
    ('sensitive-opening', '{*.sensitive-opened,break-glass.*,audit.*}', 120, 60),
    ('change', '{}', 120, 60);
`;

export class AuditSeals1764200000000 implements MigrationInterface {
  readonly name = 'AuditSeals1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE audit_entry ADD recorded_in bigint NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;
      CREATE INDEX audit_entry_recorded_in_ix ON audit_entry (recorded_in);
      CREATE INDEX audit_entry_at_id_ix ON audit_entry (at, id);
      CREATE TABLE audit_seal (
        number integer NOT NULL,
        kind text NOT NULL,
        from_at timestamptz NOT NULL,
        to_at timestamptz NOT NULL,
        entries integer NOT NULL,
        entries_digest text NOT NULL,
        previous_hash text NOT NULL,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL,
        horizon bigint NOT NULL,
        cluster text NOT NULL,
        caught_up boolean NOT NULL,
        CONSTRAINT audit_seal_pk PRIMARY KEY (number)
      );
      CREATE TABLE audit_seal_line (
        entry_id uuid NOT NULL,
        seal_number integer NOT NULL,
        position integer NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_seal_line_pk PRIMARY KEY (entry_id)
      );
      CREATE UNIQUE INDEX audit_seal_line_seal_number_position_ix ON audit_seal_line (seal_number, position);
      CREATE TABLE audit_removal (
        seal_number integer NOT NULL,
        removed_at timestamptz NOT NULL,
        entries integer NOT NULL,
        kept_months integer NOT NULL,
        CONSTRAINT audit_removal_pk PRIMARY KEY (seal_number)
      );
      CREATE TABLE audit_retention (
        kind text NOT NULL,
        actions text[] NOT NULL,
        keep_months integer NOT NULL,
        least_months integer NOT NULL,
        version integer NOT NULL DEFAULT '1',
        CONSTRAINT audit_retention_pk PRIMARY KEY (kind)
      );
    `);
    await runner.query(GUARD);
    await runner.query(OWN_SCHEMA_ONLY);
    await runner.query(KEPT);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
