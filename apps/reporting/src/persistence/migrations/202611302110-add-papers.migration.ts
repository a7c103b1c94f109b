import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPapers1796073000000 implements MigrationInterface {
  readonly name = 'AddPapers1796073000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier DROP COLUMN digitised,
        ADD COLUMN not_digitised text[] NOT NULL DEFAULT '{}', ADD COLUMN result_due boolean NOT NULL DEFAULT true;
      -- The components that each variant of a version requires: a dossier is held to those of its submission (R14).
      CREATE TABLE required_papers (
        procedure_code text COLLATE "C", version int, variant text COLLATE "C",
        components text[] NOT NULL,
        PRIMARY KEY (procedure_code, version, variant)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE required_papers;
      ALTER TABLE dossier DROP COLUMN not_digitised, DROP COLUMN result_due, ADD COLUMN digitised boolean NOT NULL DEFAULT false
    `);
  }
}
