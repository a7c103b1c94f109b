import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the local copies. A service that keeps them lists this migration before its own. */
export class CatalogueCopyTables1700000000001 implements MigrationInterface {
  readonly name = 'CatalogueCopyTables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agency_copy (
        code text PRIMARY KEY, legacy_code text NOT NULL,
        name text NOT NULL, level text NOT NULL, parent text,
        -- From the root to the agency itself.
        ancestors text[] NOT NULL,
        calendar text, address text, phone text, active boolean NOT NULL,
        revision int NOT NULL
      );
      CREATE INDEX agency_copy_ancestors ON agency_copy USING gin (ancestors);
      CREATE INDEX agency_copy_legacy ON agency_copy (legacy_code);
      -- Every revision is kept: a deadline names the one that it was computed with (R12).
      CREATE TABLE calendar_copy (
        code text NOT NULL, revision int NOT NULL, definition jsonb NOT NULL, PRIMARY KEY (code, revision)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_copy, agency_copy');
  }
}
