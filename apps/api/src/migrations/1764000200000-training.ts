import type { MigrationInterface, QueryRunner } from 'typeorm';

const CODES = `
  INSERT INTO attendance_code (code, mark_key, position, counts_as_present, counts_as_missed, names) VALUES
    ('present', 'P', 1, true, false, '{"en": "Present", "km": "មានវត្តមាន", "th": "มา", "zh": "出席", "id": "Hadir"}'),
    ('late', 'L', 2, true, false, '{"en": "Late", "km": "មកយឺត", "th": "สาย", "zh": "迟到", "id": "Terlambat"}'),
    ('excused', 'E', 3, false, false, '{"en": "Excused", "km": "មានច្បាប់", "th": "ลา", "zh": "请假", "id": "Izin"}'),
    ('absent', 'A', 4, false, true, '{"en": "Absent", "km": "អវត្តមាន", "th": "ขาด", "zh": "缺席", "id": "Tidak hadir"}');
`;

/** What higher rooms count. A mark stays countable although the trainee's exit was later dated back to the last day seen. */
const FACTS = `
  CREATE VIEW enrolment_fact AS
    SELECT enrolment.id AS enrolment_id, enrolment.person_id, enrolment.centre_id, centre.country, cohort.programme_id,
           programme.code AS programme_code, cohort.id AS cohort_id, cohort.planned_end_on, enrolment.registered_on,
           enrolment.entered_on, enrolment.exited_on,
           CASE WHEN enrolment.state IN ('completed', 'left-early', 'withdrawn', 'transferred', 'deceased') THEN enrolment.state END AS outcome,
           enrolment.exclusion, cohort.places AS cohort_places
      FROM enrolment
      JOIN cohort ON cohort.id = enrolment.cohort_id
      JOIN programme ON programme.id = cohort.programme_id
      JOIN centre ON centre.id = enrolment.centre_id;
  CREATE VIEW attendance_fact AS
    SELECT enrolment.id AS enrolment_id, enrolment.person_id, enrolment.centre_id, enrolment.cohort_id,
           training_session.id AS session_id, training_session.session_on,
           training_session.register_taken_at IS NOT NULL AS register_taken,
           attendance_code.counts_as_present, attendance_record.code
      FROM enrolment
      JOIN training_session ON training_session.cohort_id = enrolment.cohort_id AND training_session.state <> 'cancelled'
      LEFT JOIN attendance_record
        ON attendance_record.session_id = training_session.id AND attendance_record.enrolment_id = enrolment.id
      LEFT JOIN attendance_code ON attendance_code.code = attendance_record.code
     WHERE attendance_record.id IS NOT NULL
        OR (training_session.session_on >= enrolment.registered_on
            AND (enrolment.exited_on IS NULL OR training_session.session_on <= enrolment.exited_on));
  CREATE VIEW certificate_fact AS
    SELECT certificate.id AS certificate_id, certificate.enrolment_id, certificate.person_id, certificate.centre_id,
           certificate.issued_on, enrolment.assessed_on IS NOT NULL AS assessed
      FROM certificate
      JOIN enrolment ON enrolment.id = certificate.enrolment_id
     WHERE certificate.state IN ('issued', 'suspended', 'expired');
`;

export class Training1764000200000 implements MigrationInterface {
  readonly name = 'Training1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE programme (
        id uuid NOT NULL,
        code text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT programme_code_uq UNIQUE (code),
        CONSTRAINT programme_pk PRIMARY KEY (id)
      );
      CREATE TABLE programme_version (
        id uuid NOT NULL,
        programme_id uuid NOT NULL,
        number integer NOT NULL,
        state text NOT NULL,
        names jsonb NOT NULL,
        hours integer NOT NULL,
        isced_field text NOT NULL,
        isco_occupations text[] NOT NULL,
        national_level text,
        aqrf_level integer,
        minimum_attendance_percent integer NOT NULL,
        assessment_required boolean NOT NULL,
        missed_sessions_until_left_early integer NOT NULL,
        certificate_valid_months integer,
        written_by uuid NOT NULL,
        approved_by uuid,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT programme_version_programme_id_number_uq UNIQUE (programme_id, number),
        CONSTRAINT programme_version_pk PRIMARY KEY (id)
      );
      CREATE TABLE cohort (
        id uuid NOT NULL,
        centre_id uuid NOT NULL,
        programme_id uuid NOT NULL,
        programme_version_id uuid NOT NULL,
        code text NOT NULL,
        state text NOT NULL,
        places integer NOT NULL,
        taken integer NOT NULL DEFAULT '0',
        starts_on date NOT NULL,
        planned_end_on date NOT NULL,
        enrolment_closes_on date NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT cohort_centre_id_code_uq UNIQUE (centre_id, code),
        CONSTRAINT cohort_pk PRIMARY KEY (id)
      );
      CREATE INDEX cohort_centre_id_starts_on_id_ix ON cohort (centre_id, starts_on, id);
      CREATE TABLE enrolment (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        cohort_id uuid NOT NULL,
        state text NOT NULL,
        registered_on date NOT NULL,
        entered_on date,
        exited_on date,
        leaving_reason text,
        exclusion text,
        evidence text,
        consecutive_missed integer NOT NULL DEFAULT '0',
        left_early_suspected_on date,
        assessment_passed boolean,
        assessed_on date,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT enrolment_pk PRIMARY KEY (id)
      );
      CREATE INDEX enrolment_cohort_id_ix ON enrolment (cohort_id);
      CREATE INDEX enrolment_person_id_ix ON enrolment (person_id);
      CREATE INDEX enrolment_centre_id_registered_on_id_ix ON enrolment (centre_id, registered_on, id);
      CREATE UNIQUE INDEX enrolment_one_open_per_person_uq ON enrolment (cohort_id, person_id)
        WHERE state IN ('registered', 'active', 'suspended');
      CREATE INDEX enrolment_left_early_ix ON enrolment (centre_id, registered_on, id)
        WHERE left_early_suspected_on IS NOT NULL AND exited_on IS NULL;
      CREATE TABLE training_session (
        id uuid NOT NULL,
        centre_id uuid NOT NULL,
        cohort_id uuid NOT NULL,
        state text NOT NULL,
        session_on date NOT NULL,
        starts_at text NOT NULL,
        ends_at text NOT NULL,
        room text,
        instructor_id uuid,
        topic text,
        register_taken_at timestamptz,
        register_taken_by uuid,
        version integer NOT NULL,
        CONSTRAINT training_session_pk PRIMARY KEY (id)
      );
      CREATE INDEX training_session_cohort_id_session_on_starts_at_ix ON training_session (cohort_id, session_on, starts_at);
      CREATE INDEX training_session_centre_id_session_on_starts_at_ix ON training_session (centre_id, session_on, starts_at);
      CREATE TABLE attendance_code (
        code text NOT NULL,
        mark_key text NOT NULL,
        position integer NOT NULL,
        counts_as_present boolean NOT NULL,
        counts_as_missed boolean NOT NULL,
        names jsonb NOT NULL,
        CONSTRAINT attendance_code_mark_key_uq UNIQUE (mark_key),
        CONSTRAINT attendance_code_pk PRIMARY KEY (code)
      );
      CREATE TABLE attendance_record (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        session_id uuid NOT NULL,
        enrolment_id uuid NOT NULL,
        code text NOT NULL,
        missed_announced boolean NOT NULL DEFAULT false,
        marked_by uuid NOT NULL,
        marked_at timestamptz NOT NULL,
        CONSTRAINT attendance_record_session_id_enrolment_id_uq UNIQUE (session_id, enrolment_id),
        CONSTRAINT attendance_record_pk PRIMARY KEY (id)
      );
      CREATE INDEX attendance_record_enrolment_id_ix ON attendance_record (enrolment_id);
      CREATE INDEX attendance_record_person_id_ix ON attendance_record (person_id);
      CREATE TABLE certificate (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        enrolment_id uuid NOT NULL,
        serial text NOT NULL,
        token text NOT NULL,
        state text NOT NULL,
        initials text NOT NULL,
        issued_on date NOT NULL,
        valid_until date,
        issued_by uuid NOT NULL,
        state_reason text,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT certificate_serial_uq UNIQUE (serial),
        CONSTRAINT certificate_token_uq UNIQUE (token),
        CONSTRAINT certificate_pk PRIMARY KEY (id)
      );
      CREATE INDEX certificate_person_id_ix ON certificate (person_id);
      CREATE INDEX certificate_centre_id_issued_on_id_ix ON certificate (centre_id, issued_on, id);
      CREATE UNIQUE INDEX certificate_one_in_force_uq ON certificate (enrolment_id) WHERE state IN ('draft', 'issued', 'suspended');
      CREATE TABLE certificate_serial (
        country text NOT NULL,
        year text NOT NULL,
        last_number integer NOT NULL,
        CONSTRAINT certificate_serial_pk PRIMARY KEY (country, year)
      );
      ALTER TABLE programme_version ADD CONSTRAINT programme_version_programme_id_fk FOREIGN KEY (programme_id) REFERENCES programme(id);
      ALTER TABLE cohort ADD CONSTRAINT cohort_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE cohort ADD CONSTRAINT cohort_programme_id_fk FOREIGN KEY (programme_id) REFERENCES programme(id);
      ALTER TABLE cohort ADD CONSTRAINT cohort_programme_version_id_fk FOREIGN KEY (programme_version_id) REFERENCES programme_version(id);
      ALTER TABLE enrolment ADD CONSTRAINT enrolment_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE enrolment ADD CONSTRAINT enrolment_cohort_id_fk FOREIGN KEY (cohort_id) REFERENCES cohort(id);
      ALTER TABLE training_session ADD CONSTRAINT training_session_cohort_id_fk FOREIGN KEY (cohort_id) REFERENCES cohort(id);
      ALTER TABLE attendance_record ADD CONSTRAINT attendance_record_session_id_fk FOREIGN KEY (session_id) REFERENCES training_session(id);
      ALTER TABLE attendance_record ADD CONSTRAINT attendance_record_enrolment_id_fk FOREIGN KEY (enrolment_id) REFERENCES enrolment(id);
      ALTER TABLE attendance_record ADD CONSTRAINT attendance_record_code_fk FOREIGN KEY (code) REFERENCES attendance_code(code);
      ALTER TABLE certificate ADD CONSTRAINT certificate_enrolment_id_fk FOREIGN KEY (enrolment_id) REFERENCES enrolment(id);
    `);
    await runner.query(CODES);
    await runner.query(FACTS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
