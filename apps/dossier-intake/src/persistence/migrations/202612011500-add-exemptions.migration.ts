import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which categories an applicant claims to pay less, and who granted it. */
export class AddExemptions1796137200000 implements MigrationInterface {
  readonly name = 'AddExemptions1796137200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dossier ADD COLUMN exemptions jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN exemptions');
  }
}
