import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that were kept for repeated requests could be read by whoever read the database: those are emptied, and from now on they are sealed. */
export class SealedAnswers1764400020000 implements MigrationInterface {
  readonly name = 'SealedAnswers1764400020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotent_request ALTER COLUMN answer TYPE text USING NULL');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
