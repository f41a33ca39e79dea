import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Screenings, signals, scores, flags and their reviews. */
export class Risk1764000400000 implements MigrationInterface {
  name = 'Risk1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE screening (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        instrument_id text NOT NULL,
        screened_on date NOT NULL,
        ratings jsonb NOT NULL,
        narrative text NOT NULL,
        offer_finding text NOT NULL,
        own_level text,
        score_id uuid NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT screening_pk PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX screening_person_id_screened_on_ix ON screening (person_id, screened_on)`);

    await runner.query(`
      CREATE TABLE risk_signal (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        kind text NOT NULL,
        thread uuid NOT NULL,
        episode uuid NOT NULL,
        magnitude integer NOT NULL,
        happened_on date NOT NULL,
        expires_on date NOT NULL,
        source_type text NOT NULL,
        source_id uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        expired_at timestamptz,
        CONSTRAINT risk_signal_pk PRIMARY KEY (id),
        CONSTRAINT risk_signal_one_per_news_uq UNIQUE (person_id, kind, source_type, source_id, magnitude)
      )`);
    await runner.query(`CREATE INDEX risk_signal_person_id_kind_thread_ix ON risk_signal (person_id, kind, thread)`);
    await runner.query(`CREATE INDEX risk_signal_to_expire_ix ON risk_signal (expires_on) WHERE expired_at IS NULL`);

    await runner.query(`
      CREATE TABLE risk_score (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        card_id text NOT NULL,
        scored_at timestamptz NOT NULL,
        scored_on date NOT NULL,
        points integer NOT NULL,
        low integer NOT NULL,
        high integer NOT NULL,
        band text NOT NULL,
        low_band text NOT NULL,
        high_band text NOT NULL,
        tier text,
        facts jsonb NOT NULL,
        unknown text[] NOT NULL,
        CONSTRAINT risk_score_pk PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX risk_score_person_id_scored_at_ix ON risk_score (person_id, scored_at)`);

    await runner.query(`
      CREATE TABLE risk_standing (
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        evaluations integer NOT NULL,
        score_id uuid,
        weighed text[] NOT NULL,
        CONSTRAINT risk_standing_pk PRIMARY KEY (person_id)
      )`);

    await runner.query(`
      CREATE TABLE risk_flag (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        state text NOT NULL,
        tier text NOT NULL,
        score_id uuid NOT NULL,
        since_score_id uuid NOT NULL,
        own_level text,
        raised_at timestamptz NOT NULL,
        respond_by date NOT NULL,
        deferred_until date,
        offer_of_help text,
        outcome text,
        decided_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT risk_flag_pk PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX risk_flag_centre_id_respond_by_id_ix ON risk_flag (centre_id, respond_by, id)`);
    await runner.query(`CREATE INDEX risk_flag_person_id_ix ON risk_flag (person_id)`);
    // Two evaluations at once must not ask for the same talk twice.
    await runner.query(`
      CREATE UNIQUE INDEX risk_flag_one_undecided_uq ON risk_flag (person_id)
      WHERE state IN ('raised', 'under-review', 'deferred')`);

    await runner.query(`
      CREATE TABLE risk_flag_review (
        id uuid NOT NULL,
        flag_id uuid NOT NULL,
        person_id uuid NOT NULL,
        centre_id uuid NOT NULL,
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        reason text,
        offer_of_help text,
        outcome text,
        deferred_until date,
        score_id uuid NOT NULL,
        reviewer_id uuid NOT NULL,
        reviewed_at timestamptz NOT NULL,
        CONSTRAINT risk_flag_review_pk PRIMARY KEY (id)
      )`);
    await runner.query(`CREATE INDEX risk_flag_review_flag_id_reviewed_at_ix ON risk_flag_review (flag_id, reviewed_at)`);
    await runner.query(`CREATE INDEX risk_flag_review_reviewer_id_reviewed_at_ix ON risk_flag_review (reviewer_id, reviewed_at)`);
  }

  async down(): Promise<void> {
    // Forward only: what was recorded about people is not dropped by a roll-back.
    throw new Error('This migration goes forward only.');
  }
}
