import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One number that every change of the copied catalogue raises, in its own transaction: what is remembered of the copies is
 * good as long as it stands. The database raises it, so that no consumer can forget to, nor an older release.
 */
export class CatalogueRevision1700000100140 implements MigrationInterface {
  readonly name = 'CatalogueRevision1700000100140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE catalogue_revision (one boolean PRIMARY KEY DEFAULT true CHECK (one), revision bigint NOT NULL);
      INSERT INTO catalogue_revision (revision) VALUES (0);
      CREATE FUNCTION raise_catalogue_revision() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        UPDATE catalogue_revision SET revision = revision + 1;
        RETURN NULL;
      END $$;`);
    for (const table of COPIES)
      await runner.query(`
        CREATE TRIGGER catalogue_revision AFTER INSERT OR UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION raise_catalogue_revision()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of COPIES) await runner.query(`DROP TRIGGER catalogue_revision ON ${table}`);
    await runner.query('DROP FUNCTION raise_catalogue_revision(); DROP TABLE catalogue_revision');
  }
}

const COPIES = [
  'agency_copy',
  'calendar_copy',
  'procedure_version',
  'procedure_suspension',
  'procedure_repeal',
  'tariff_copy',
  'policy_copy',
] as const;
