import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists and searches of one centre cost the same however many people a node holds: the centre comes first in the index,
 * and the rest of it is the order of the list. The trigrams of names are kept together with the centre as well; their
 * index writes new names soon, because every search reads what is still waiting to be written.
 */
export class HotLists1764600000200 implements MigrationInterface {
  readonly name = 'HotLists1764600000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA extensions;
      DROP INDEX person_search_text_ix;
      CREATE INDEX person_search_text_ix ON person
        USING gin (centre_id extensions.uuid_ops, search_text extensions.gin_trgm_ops) WITH (gin_pending_list_limit = 128);
      CREATE INDEX person_centre_list_ix ON person (centre_id, full_name COLLATE "und-x-icu", id);
      CREATE INDEX person_key_search_ix ON person_key (key, born_from, born_to, person_id);
      DROP INDEX person_key_key_ix;
      CREATE INDEX case_file_centre_opened_ix ON case_file (centre_id, opened_at, id);
      CREATE INDEX case_file_centre_open_ix ON case_file (centre_id, opened_at, id) WHERE stage NOT IN ('closed', 'rejected');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
