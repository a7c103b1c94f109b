import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NameApplicantsByDossier1796073600000 implements MigrationInterface {
  readonly name = 'NameApplicantsByDossier1796073600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE applicant_copy;
      -- As motcua.applicant carried it; without a key once the person was erased.
      CREATE TABLE dossier_applicant (dossier_id uuid PRIMARY KEY, sealed text, wrapped_key text);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dossier_applicant;
      CREATE TABLE applicant_copy (applicant_ref text PRIMARY KEY, sealed text, wrapped_key text);
    `);
  }
}
