import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sealing reads page after page: also where one transaction wrote more than a page, it must not read the former ones again. */
export class SealingPages1764200030000 implements MigrationInterface {
  readonly name = 'SealingPages1764200030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_recorded_in_id_ix ON audit_entry (recorded_in, id);
      DROP INDEX audit_entry_recorded_in_ix;
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
