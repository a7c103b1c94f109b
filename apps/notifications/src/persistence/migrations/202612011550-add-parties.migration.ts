import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a part in a dossier beside its applicant, by keyed hashes (ADR 0043). */
export class AddParties1796142600000 implements MigrationInterface {
  readonly name = 'AddParties1796142600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dossier ADD COLUMN parties jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN parties');
  }
}
