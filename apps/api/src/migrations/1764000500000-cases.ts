import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One open case per person and organisation, one open task per source: what two who come at once cannot both write. */
const GUARDS = `
  CREATE UNIQUE INDEX case_file_one_open_ix ON case_file (organisation_id, person_id) WHERE stage NOT IN ('closed', 'rejected');
  CREATE UNIQUE INDEX case_task_one_open_ix ON case_task (kind, source_id) WHERE state = 'open' AND source_id IS NOT NULL;
`;

/** The day's work is read every morning by everybody; what is done is never in it. */
const DAYS_WORK = `
  CREATE INDEX case_task_open_ix ON case_task (assignee_id, due_on) WHERE state = 'open';
  CREATE INDEX case_step_open_ix ON case_step (worker_id, due_on) WHERE state = 'open';
  CREATE INDEX case_approval_requested_ix ON case_approval (centre_id, requested_at) WHERE state = 'requested';
`;

/** What was written about somebody, and who opened it, is never rewritten. */
const APPEND_ONLY = `
  CREATE TRIGGER case_note_append_only BEFORE UPDATE OR DELETE ON case_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
  CREATE TRIGGER case_note_opening_append_only BEFORE UPDATE OR DELETE ON case_note_opening FOR EACH ROW EXECUTE FUNCTION refuse_change();
`;

export class Cases1764000500000 implements MigrationInterface {
  readonly name = 'Cases1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_file (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        number text NOT NULL,
        stage text NOT NULL,
        source text NOT NULL,
        flag_id uuid,
        presenting_issue text,
        urgent_concern text,
        owner_id uuid,
        opened_by uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        intake_recorded_at timestamptz,
        assessed_at timestamptz,
        plan_agreed_at timestamptz,
        plan_agreed_on date,
        plan_agreed_with text,
        closure_requested_at timestamptz,
        closure_reason text,
        closure_outcome text,
        closed_at timestamptz,
        reopened_at timestamptz,
        reopening_reason text,
        rejected_at timestamptz,
        rejection_reason text,
        version integer NOT NULL,
        CONSTRAINT case_file_pk PRIMARY KEY (id),
        CONSTRAINT case_file_number_uq UNIQUE (number)
      );
      CREATE TABLE case_goal (
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        dimension text,
        text text NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT case_goal_pk PRIMARY KEY (id)
      );
      CREATE TABLE case_step (
        id uuid NOT NULL,
        goal_id uuid NOT NULL,
        case_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        text text NOT NULL,
        owner text NOT NULL,
        worker_id uuid NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid,
        drop_reason text,
        version integer NOT NULL,
        CONSTRAINT case_step_pk PRIMARY KEY (id)
      );
      CREATE TABLE case_task (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        case_id uuid,
        kind text NOT NULL,
        title text,
        detail text,
        due_on date NOT NULL,
        assignee_id uuid,
        state text NOT NULL,
        source_id uuid,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid,
        cancel_reason text,
        version integer NOT NULL,
        CONSTRAINT case_task_pk PRIMARY KEY (id)
      );
      CREATE TABLE case_note (
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        level text NOT NULL,
        section text,
        text text,
        sealed_text text,
        author_id uuid NOT NULL,
        written_at timestamptz NOT NULL,
        corrects_note_id uuid,
        CONSTRAINT case_note_pk PRIMARY KEY (id),
        CONSTRAINT case_note_corrects_note_id_uq UNIQUE (corrects_note_id)
      );
      CREATE TABLE case_note_opening (
        id uuid NOT NULL,
        note_id uuid NOT NULL,
        case_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        opened_by uuid NOT NULL,
        reason text NOT NULL,
        opened_at timestamptz NOT NULL,
        CONSTRAINT case_note_opening_pk PRIMARY KEY (id)
      );
      CREATE TABLE outcome_assessment (
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        occasion text NOT NULL,
        observed_on date NOT NULL,
        scores jsonb NOT NULL,
        reasons jsonb NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT outcome_assessment_pk PRIMARY KEY (id)
      );
      CREATE TABLE case_approval (
        id uuid NOT NULL,
        case_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        subject text NOT NULL,
        state text NOT NULL,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        decided_by uuid,
        decided_at timestamptz,
        comment text,
        CONSTRAINT case_approval_pk PRIMARY KEY (id)
      );
      CREATE INDEX case_file_centre_id_stage_ix ON case_file (centre_id, stage);
      CREATE INDEX case_file_person_id_ix ON case_file (person_id);
      CREATE INDEX case_goal_case_id_ix ON case_goal (case_id);
      CREATE INDEX case_step_case_id_ix ON case_step (case_id);
      CREATE INDEX case_task_case_id_ix ON case_task (case_id);
      CREATE INDEX case_task_person_id_ix ON case_task (person_id);
      CREATE INDEX case_note_case_id_written_at_ix ON case_note (case_id, written_at);
      CREATE INDEX case_note_opening_centre_id_opened_at_ix ON case_note_opening (centre_id, opened_at);
      CREATE INDEX outcome_assessment_case_id_recorded_at_ix ON outcome_assessment (case_id, recorded_at);
      CREATE INDEX case_approval_case_id_ix ON case_approval (case_id);
      ALTER TABLE case_file ADD CONSTRAINT case_file_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_goal ADD CONSTRAINT case_goal_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_step ADD CONSTRAINT case_step_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_task ADD CONSTRAINT case_task_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_note ADD CONSTRAINT case_note_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_note_opening ADD CONSTRAINT case_note_opening_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE outcome_assessment ADD CONSTRAINT outcome_assessment_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_approval ADD CONSTRAINT case_approval_person_id_fk FOREIGN KEY (person_id) REFERENCES person(id);
      ALTER TABLE case_file ADD CONSTRAINT case_file_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE case_file ADD CONSTRAINT case_file_organisation_id_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id);
      ALTER TABLE case_goal ADD CONSTRAINT case_goal_case_id_fk FOREIGN KEY (case_id) REFERENCES case_file(id);
      ALTER TABLE case_step ADD CONSTRAINT case_step_goal_id_fk FOREIGN KEY (goal_id) REFERENCES case_goal(id);
      ALTER TABLE case_step ADD CONSTRAINT case_step_case_id_fk FOREIGN KEY (case_id) REFERENCES case_file(id);
      ALTER TABLE case_task ADD CONSTRAINT case_task_centre_id_fk FOREIGN KEY (centre_id) REFERENCES centre(id);
      ALTER TABLE case_task ADD CONSTRAINT case_task_case_id_fk FOREIGN KEY (case_id) REFERENCES case_file(id);
      ALTER TABLE case_note ADD CONSTRAINT case_note_case_id_fk FOREIGN KEY (case_id) REFERENCES case_file(id);
      ALTER TABLE case_note ADD CONSTRAINT case_note_corrects_note_id_fk FOREIGN KEY (corrects_note_id) REFERENCES case_note(id);
      ALTER TABLE case_note_opening ADD CONSTRAINT case_note_opening_note_id_fk FOREIGN KEY (note_id) REFERENCES case_note(id);
      ALTER TABLE outcome_assessment ADD CONSTRAINT outcome_assessment_case_id_fk FOREIGN KEY (case_id) REFERENCES case_file(id);
      ALTER TABLE case_approval ADD CONSTRAINT case_approval_case_id_fk FOREIGN KEY (case_id) REFERENCES case_file(id);
    `);
    await runner.query(GUARDS + DAYS_WORK + APPEND_ONLY);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
