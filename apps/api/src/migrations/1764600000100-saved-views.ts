import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SavedViews1764600000100 implements MigrationInterface {
  readonly name = 'SavedViews1764600000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE saved_view (
        id uuid NOT NULL,
        owner_id uuid NOT NULL,
        list text NOT NULL,
        name text NOT NULL,
        state jsonb NOT NULL,
        centre_id uuid,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT saved_view_pk PRIMARY KEY (id)
      );
      CREATE INDEX saved_view_centre_id_list_ix ON saved_view (centre_id, list);
      CREATE INDEX saved_view_owner_id_list_ix ON saved_view (owner_id, list);
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
