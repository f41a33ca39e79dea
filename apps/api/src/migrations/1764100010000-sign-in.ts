import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignIn1764100010000 implements MigrationInterface {
  readonly name = 'SignIn1764100010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_token (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        user_id uuid NOT NULL,
        name text NOT NULL,
        scope text[] NOT NULL,
        created_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_token_token_hash_uq UNIQUE (token_hash),
        CONSTRAINT api_token_pk PRIMARY KEY (id)
      );
      CREATE INDEX api_token_user_id_ix ON api_token (user_id);
      CREATE TABLE one_time_link (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        user_id uuid NOT NULL,
        made_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT one_time_link_token_hash_uq UNIQUE (token_hash),
        CONSTRAINT one_time_link_pk PRIMARY KEY (id)
      );
      CREATE INDEX one_time_link_user_id_ix ON one_time_link (user_id);
      CREATE TABLE pending_sign_in (
        id uuid NOT NULL,
        token_hash text NOT NULL,
        user_id uuid NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT pending_sign_in_token_hash_uq UNIQUE (token_hash),
        CONSTRAINT pending_sign_in_pk PRIMARY KEY (id)
      );
      CREATE INDEX pending_sign_in_user_id_ix ON pending_sign_in (user_id);
      CREATE TABLE provider_identity (
        issuer text NOT NULL,
        subject text NOT NULL,
        user_id uuid NOT NULL,
        linked_at timestamptz NOT NULL,
        CONSTRAINT provider_identity_user_id_issuer_uq UNIQUE (user_id, issuer),
        CONSTRAINT provider_identity_pk PRIMARY KEY (issuer, subject)
      );
      CREATE TABLE recovery_code (
        user_id uuid NOT NULL,
        code_hash text NOT NULL,
        used_at timestamptz,
        CONSTRAINT recovery_code_pk PRIMARY KEY (user_id, code_hash)
      );
      CREATE TABLE second_factor (
        user_id uuid NOT NULL,
        secret text NOT NULL,
        last_step integer NOT NULL DEFAULT '0',
        created_at timestamptz NOT NULL,
        CONSTRAINT second_factor_pk PRIMARY KEY (user_id)
      );
      ALTER TABLE app_user ADD second_factor_since timestamptz;
      ALTER TABLE session ADD second_step text NOT NULL DEFAULT 'none';
      ALTER TABLE session ADD browser text;
      ALTER TABLE session ADD system text;
      ALTER TABLE session ADD address text;
      ALTER TABLE api_token ADD CONSTRAINT api_token_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
      ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
      ALTER TABLE pending_sign_in ADD CONSTRAINT pending_sign_in_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
      ALTER TABLE provider_identity ADD CONSTRAINT provider_identity_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
      ALTER TABLE recovery_code ADD CONSTRAINT recovery_code_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
      ALTER TABLE second_factor ADD CONSTRAINT second_factor_user_id_fk FOREIGN KEY (user_id) REFERENCES app_user(id);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
