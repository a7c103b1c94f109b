import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Portal codes name one dossier; names and phones are found by keyed hashes of their words; help at the counter is a mark. */
export class FindByWords1796076600000 implements MigrationInterface {
  readonly name = 'FindByWords1796076600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNIQUE INDEX dossier_portal_code ON dossier (portal_code) WHERE portal_code IS NOT NULL;
      ALTER TABLE dossier ADD COLUMN assisted boolean NOT NULL DEFAULT false;
      -- A keyed hash for each word of the applicant's name and for the phone number (ADR 0035).
      CREATE TABLE dossier_word (word text NOT NULL, dossier_id uuid NOT NULL REFERENCES dossier, PRIMARY KEY (word, dossier_id));
      CREATE INDEX dossier_word_dossier ON dossier_word (dossier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dossier_word; ALTER TABLE dossier DROP COLUMN assisted; DROP INDEX dossier_portal_code`);
  }
}
