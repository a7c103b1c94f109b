import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where dossiers are there already, they are built anew from the archive (docs/replay.md) to hold their papers. */
export class HoldPapersToVariant1796114400000 implements MigrationInterface {
  readonly name = 'HoldPapersToVariant1796114400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier DROP COLUMN not_digitised, ADD COLUMN procedure_version int NOT NULL DEFAULT 1,
        ADD COLUMN required_papers text[] NOT NULL DEFAULT '{}', ADD COLUMN electronic_papers text[] NOT NULL DEFAULT '{}'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier DROP COLUMN required_papers, DROP COLUMN electronic_papers, DROP COLUMN procedure_version,
        ADD COLUMN not_digitised text[] NOT NULL DEFAULT '{}'
    `);
  }
}
