import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is signed in, and where a centre stands, is asked at every request and remembered for seconds; a change rings in all
 * processes when it is committed. That somebody was active just now changes nothing that is remembered.
 */
export class Bells1764600000300 implements MigrationInterface {
  readonly name = 'Bells1764600000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ring() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify(TG_TABLE_SCHEMA || '_' || TG_ARGV[0], '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER session_rings_gone AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION ring('sessions');
      CREATE TRIGGER session_rings AFTER UPDATE ON session FOR EACH ROW
        WHEN (to_jsonb(OLD) - 'last_used_at' IS DISTINCT FROM to_jsonb(NEW) - 'last_used_at') EXECUTE FUNCTION ring('sessions');
      CREATE TRIGGER app_user_rings AFTER UPDATE OR DELETE ON app_user FOR EACH ROW EXECUTE FUNCTION ring('sessions');
      CREATE TRIGGER centre_rings AFTER INSERT OR UPDATE OR DELETE ON centre FOR EACH ROW EXECUTE FUNCTION ring('centres');
    `);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Migrations go forward only.'));
  }
}
