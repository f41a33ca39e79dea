import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody rewrites history: the working role has no right to, and for everybody else a trigger refuses. */
const APPEND_ONLY = `
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or deleted.', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

export class House1764000000000 implements MigrationInterface {
  readonly name = 'House1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE delivered_event (
        handler text NOT NULL,
        event_id uuid NOT NULL,
        delivered_at timestamptz NOT NULL,
        CONSTRAINT delivered_event_pk PRIMARY KEY (handler, event_id)
      );
      CREATE TABLE admin_area (
        code text NOT NULL,
        country text NOT NULL,
        level integer NOT NULL,
        parent_code text,
        names jsonb NOT NULL,
        valid_from date,
        valid_to date,
        CONSTRAINT admin_area_pk PRIMARY KEY (code)
      );
      CREATE INDEX admin_area_country_level_ix ON admin_area (country, level);
      CREATE TABLE organisation (
        id uuid NOT NULL,
        name text NOT NULL,
        country text NOT NULL,
        CONSTRAINT organisation_pk PRIMARY KEY (id)
      );
      CREATE TABLE centre (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        name text NOT NULL,
        country text NOT NULL,
        time_zone text NOT NULL,
        admin_area_code text,
        languages text[] NOT NULL,
        CONSTRAINT centre_pk PRIMARY KEY (id)
      );
      CREATE INDEX centre_organisation_id_ix ON centre (organisation_id);
      CREATE TABLE country (
        code text NOT NULL,
        names jsonb NOT NULL,
        time_zone text NOT NULL,
        currency text NOT NULL,
        calling_code text NOT NULL,
        age_of_majority integer NOT NULL DEFAULT '18',
        CONSTRAINT country_pk PRIMARY KEY (code)
      );
      CREATE TABLE audit_entry (
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        viewer_id uuid NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid,
        person_id uuid,
        centre_id uuid,
        request_id text,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT audit_entry_pk PRIMARY KEY (id)
      );
      CREATE INDEX audit_entry_viewer_id_at_ix ON audit_entry (viewer_id, at);
      CREATE INDEX audit_entry_person_id_at_ix ON audit_entry (person_id, at);
      CREATE TABLE stored_file (
        id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes integer NOT NULL,
        sha256 text NOT NULL,
        person_id uuid,
        centre_id uuid,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT stored_file_pk PRIMARY KEY (id)
      );
      CREATE INDEX stored_file_person_id_ix ON stored_file (person_id);
      CREATE TABLE idempotent_request (
        viewer_id uuid NOT NULL,
        key text NOT NULL,
        target text NOT NULL,
        answer jsonb,
        at timestamptz NOT NULL,
        CONSTRAINT idempotent_request_pk PRIMARY KEY (viewer_id, key)
      );
      CREATE TABLE job (
        id uuid NOT NULL,
        kind text NOT NULL,
        state text NOT NULL,
        done integer NOT NULL DEFAULT '0',
        total integer,
        input jsonb NOT NULL,
        checkpoint jsonb,
        result jsonb,
        failure_code text,
        requested_by uuid NOT NULL,
        centre_ids uuid[] NOT NULL,
        created_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT job_pk PRIMARY KEY (id)
      );
      CREATE INDEX job_requested_by_created_at_ix ON job (requested_by, created_at);
      CREATE TABLE notification (
        id uuid NOT NULL,
        user_id uuid NOT NULL,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        CONSTRAINT notification_pk PRIMARY KEY (id)
      );
      CREATE INDEX notification_user_id_created_at_ix ON notification (user_id, created_at);
      CREATE TABLE app_user (
        id uuid NOT NULL,
        email text NOT NULL,
        display_name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        reach text NOT NULL,
        country text,
        organisation_id uuid,
        centre_id uuid,
        locale text NOT NULL DEFAULT 'en',
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT app_user_email_uq UNIQUE (email),
        CONSTRAINT app_user_pk PRIMARY KEY (id)
      );
      CREATE INDEX app_user_centre_id_ix ON app_user (centre_id);
      CREATE TABLE session (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        csrf_token text NOT NULL,
        user_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        locked_at timestamptz,
        CONSTRAINT session_token_hash_uq UNIQUE (token_hash),
        CONSTRAINT session_pk PRIMARY KEY (id)
      );
      CREATE INDEX session_user_id_ix ON session (user_id);
      CREATE TABLE sign_in_attempt (
        email_hash text NOT NULL,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL,
        CONSTRAINT sign_in_attempt_pk PRIMARY KEY (email_hash)
      );
      ALTER TABLE centre ADD CONSTRAINT centre_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id);
      ALTER TABLE session ADD CONSTRAINT session_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
    `);
    await runner.query(APPEND_ONLY);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
