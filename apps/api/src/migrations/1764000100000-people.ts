import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom we serve, what they agreed to, who works with them, and the registers they came from. */
export class People1764000100000 implements MigrationInterface {
  readonly name = 'People1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person (
        id uuid NOT NULL, centre_id uuid NOT NULL, reference text NOT NULL, full_name text NOT NULL, latin_name text,
        given_name text, family_name text, nickname text, also_known_as text[] NOT NULL DEFAULT '{}',
        sex text NOT NULL DEFAULT 'unknown', birth_date date, birth_precision text,
        age_in_doubt boolean NOT NULL DEFAULT false, accompanied_by text, guardian_implicated boolean, nationality text,
        languages text[] NOT NULL DEFAULT '{}', education integer, admin_area_code text, address_text text,
        intake_source text, presenting_issue_sealed text, urgent_concern boolean NOT NULL DEFAULT false,
        status text NOT NULL, search_text text NOT NULL, registered_on date NOT NULL, registered_by uuid NOT NULL,
        merged_into_id uuid, created_at timestamptz NOT NULL, changed_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT person_reference_uq UNIQUE (reference),
        CONSTRAINT person_pk PRIMARY KEY (id)
      );
      CREATE INDEX person_centre_id_status_ix ON person (centre_id, status);
      CREATE TABLE caseload_entry (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, user_id uuid NOT NULL, role text NOT NULL,
        from_on date NOT NULL, to_on date,
        CONSTRAINT caseload_entry_pk PRIMARY KEY (id)
      );
      CREATE INDEX caseload_entry_user_id_person_id_ix ON caseload_entry (user_id, person_id);
      CREATE INDEX caseload_entry_person_id_ix ON caseload_entry (person_id);
      CREATE TABLE consent_age (
        country text NOT NULL, alone_from integer NOT NULL, together_from integer NOT NULL, law text NOT NULL,
        CONSTRAINT consent_age_pk PRIMARY KEY (country)
      );
      CREATE TABLE consent_override (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, purpose text NOT NULL, basis text NOT NULL,
        reason text NOT NULL, allowed_by uuid NOT NULL, allowed_at timestamptz NOT NULL, used_at timestamptz,
        CONSTRAINT consent_override_pk PRIMARY KEY (id)
      );
      CREATE INDEX consent_override_person_id_purpose_ix ON consent_override (person_id, purpose);
      CREATE TABLE consent (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, purpose text NOT NULL, answer text NOT NULL,
        basis text NOT NULL, notice_version text NOT NULL, notice_language text NOT NULL, method text NOT NULL,
        given_by text NOT NULL, recipient text, withhold text, valid_until date, explained_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT consent_pk PRIMARY KEY (id)
      );
      CREATE INDEX consent_person_id_purpose_recorded_at_id_ix ON consent (person_id, purpose, recorded_at, id);
      CREATE TABLE contact (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, kind text NOT NULL, value text NOT NULL,
        whose text NOT NULL DEFAULT 'self', safe_to_call boolean, safe_when text, who_may_answer text,
        created_at timestamptz NOT NULL, version integer NOT NULL DEFAULT 1,
        CONSTRAINT contact_pk PRIMARY KEY (id)
      );
      CREATE INDEX contact_value_ix ON contact (value);
      CREATE INDEX contact_person_id_ix ON contact (person_id);
      CREATE TABLE identity_document (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, type text NOT NULL, issuing_country text,
        number_sealed text NOT NULL, number_hash text NOT NULL, status text NOT NULL DEFAULT 'held', expires_on date,
        created_at timestamptz NOT NULL,
        CONSTRAINT identity_document_person_id_number_hash_uq UNIQUE (person_id, number_hash),
        CONSTRAINT identity_document_pk PRIMARY KEY (id)
      );
      CREATE INDEX identity_document_number_hash_ix ON identity_document (number_hash);
      CREATE TABLE person_key (
        person_id uuid NOT NULL, key text NOT NULL, centre_id uuid NOT NULL, born_from integer NOT NULL,
        born_to integer NOT NULL,
        CONSTRAINT person_key_pk PRIMARY KEY (person_id, key)
      );
      CREATE INDEX person_key_key_ix ON person_key (key);
      CREATE TABLE timeline_entry (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, at timestamptz NOT NULL, kind text NOT NULL,
        fact text NOT NULL, data jsonb NOT NULL, source_type text NOT NULL, source_id uuid NOT NULL,
        CONSTRAINT timeline_entry_source_type_source_id_kind_uq UNIQUE (source_type, source_id, kind),
        CONSTRAINT timeline_entry_pk PRIMARY KEY (id)
      );
      CREATE INDEX timeline_entry_person_id_at_id_ix ON timeline_entry (person_id, at, id);
      CREATE TABLE legal_basis (
        country text NOT NULL, purpose text NOT NULL, basis text NOT NULL, law text NOT NULL,
        CONSTRAINT legal_basis_pk PRIMARY KEY (country, purpose)
      );
      CREATE TABLE duplicate_pair (
        id uuid NOT NULL, person_id uuid NOT NULL, other_person_id uuid NOT NULL, centre_id uuid NOT NULL,
        other_centre_id uuid NOT NULL, score double precision NOT NULL, reasons jsonb NOT NULL, state text NOT NULL,
        decided_by uuid, decided_at timestamptz, kept_person_id uuid, created_at timestamptz NOT NULL,
        CONSTRAINT duplicate_pair_person_id_other_person_id_uq UNIQUE (person_id, other_person_id),
        CONSTRAINT duplicate_pair_pk PRIMARY KEY (id)
      );
      CREATE INDEX duplicate_pair_state_created_at_ix ON duplicate_pair (state, created_at);
      CREATE INDEX duplicate_pair_other_person_id_ix ON duplicate_pair (other_person_id);
      CREATE TABLE external_id (
        id uuid NOT NULL, person_id uuid NOT NULL, centre_id uuid NOT NULL, system text NOT NULL, value text NOT NULL,
        CONSTRAINT external_id_centre_id_system_value_uq UNIQUE (centre_id, system, value),
        CONSTRAINT external_id_pk PRIMARY KEY (id)
      );
      CREATE INDEX external_id_person_id_ix ON external_id (person_id);
      CREATE TABLE import (
        id uuid NOT NULL, centre_id uuid NOT NULL, file_name text NOT NULL, columns text[] NOT NULL,
        mapping jsonb NOT NULL, row_count integer NOT NULL, state text NOT NULL, job_id uuid, created_by uuid NOT NULL,
        created_at timestamptz NOT NULL, committed_at timestamptz, undone_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT import_pk PRIMARY KEY (id)
      );
      CREATE INDEX import_centre_id_created_at_ix ON import (centre_id, created_at);
      CREATE TABLE import_row (
        id uuid NOT NULL, import_id uuid NOT NULL, centre_id uuid NOT NULL, row_number integer NOT NULL,
        cells_sealed text NOT NULL, outcome text NOT NULL DEFAULT 'unchecked', problems jsonb NOT NULL DEFAULT '[]',
        matches jsonb NOT NULL DEFAULT '[]', decision text, decided_person_id uuid, person_id uuid,
        person_version integer, before_sealed text,
        CONSTRAINT import_row_import_id_row_number_uq UNIQUE (import_id, row_number),
        CONSTRAINT import_row_pk PRIMARY KEY (id)
      );
      CREATE INDEX import_row_import_id_outcome_row_number_ix ON import_row (import_id, outcome, row_number);
      CREATE TABLE remembered_mapping (
        centre_id uuid NOT NULL, header text NOT NULL, mapping jsonb NOT NULL, remembered_at timestamptz NOT NULL,
        CONSTRAINT remembered_mapping_pk PRIMARY KEY (centre_id, header)
      );
      ALTER TABLE caseload_entry ADD CONSTRAINT caseload_entry_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE consent_override ADD CONSTRAINT consent_override_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE consent ADD CONSTRAINT consent_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE contact ADD CONSTRAINT contact_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE identity_document ADD CONSTRAINT identity_document_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE person_key ADD CONSTRAINT person_key_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE timeline_entry ADD CONSTRAINT timeline_entry_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE duplicate_pair ADD CONSTRAINT duplicate_pair_other_person_id_fk FOREIGN KEY (other_person_id) REFERENCES person(id);
      ALTER TABLE external_id ADD CONSTRAINT external_id_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE import_row ADD CONSTRAINT import_row_import_id_fk FOREIGN KEY (import_id) REFERENCES import(id);
    `);
    await runner.query(FOUND_FAST);
    await runner.query(NEVER_CHANGED);
    await runner.query(FACTS);
    await runner.query(LAWS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}

/** Indexes that an entity cannot describe: trigrams, one order for all scripts, and one current entry of each kind. */
const FOUND_FAST = `
  CREATE INDEX person_search_text_ix ON person USING gin (search_text extensions.gin_trgm_ops);
  CREATE INDEX person_list_ix ON person (full_name COLLATE "und-x-icu", id);
  CREATE UNIQUE INDEX caseload_entry_current_uq ON caseload_entry (person_id, user_id, role) WHERE to_on IS NULL;
  CREATE INDEX import_row_person_ix ON import_row (person_id) WHERE person_id IS NOT NULL;
`;

/** An answer about consent is history: a new answer is a new row. */
const NEVER_CHANGED = `
  CREATE TRIGGER consent_append_only BEFORE UPDATE OR DELETE ON consent FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER consent_no_truncate BEFORE TRUNCATE ON consent FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
`;

/** What insights may know of a person: no name, no number, no day of birth. */
const FACTS = `
  CREATE VIEW person_fact AS
  SELECT p.id AS person_id, p.centre_id, c.country, p.sex, extract(year FROM p.birth_date)::int AS birth_year, p.nationality,
         p.admin_area_code AS province, p.registered_on
  FROM person p JOIN centre c ON c.id = p.centre_id;
`;

/**
 * Starting values, to be replaced by what the operator's lawyers say: everywhere everything rests on consent. The ages
 * follow the law named; in any case somebody under 18 never consents alone.
 */
const LAWS = `
  INSERT INTO consent_age (country, alone_from, together_from, law) VALUES
    ('TH', 20, 10, 'Personal Data Protection Act B.E. 2562 (2019), section 20'),
    ('VN', 18, 7, 'Decree 13/2023/ND-CP, article 20'),
    ('CN', 18, 14, 'Personal Information Protection Law (2021), article 31'),
    ('ID', 18, 10, 'Law 27/2022, article 25'),
    ('KH', 18, 10, 'Civil Code, age of majority'),
    ('LA', 18, 10, 'age of majority'),
    ('MM', 18, 10, 'age of majority'),
    ('MY', 18, 10, 'age of majority'),
    ('PH', 18, 10, 'age of majority');
  INSERT INTO legal_basis (country, purpose, basis, law)
  SELECT law.country, purpose.name, 'consent', law.name
  FROM (VALUES
    ('TH', 'Personal Data Protection Act B.E. 2562 (2019), sections 19 and 26'),
    ('ID', 'Law 27/2022, article 20'),
    ('VN', 'Decree 13/2023/ND-CP, article 11'),
    ('CN', 'Personal Information Protection Law (2021), article 13'),
    ('MY', 'Personal Data Protection Act 2010, section 6'),
    ('PH', 'Republic Act 10173, sections 12 and 13'),
    ('LA', 'Law on Electronic Data Protection (2017)'),
    ('KH', 'policy of the operator'),
    ('MM', 'policy of the operator')
  ) AS law (country, name)
  CROSS JOIN (VALUES ('hold-record'), ('training'), ('placement-referral'), ('follow-up-contact'), ('risk-screening'), ('sensitive-data'),
    ('share-with-partner'), ('transfer-abroad'), ('statement-to-authorities'), ('photo')) AS purpose (name);
`;
