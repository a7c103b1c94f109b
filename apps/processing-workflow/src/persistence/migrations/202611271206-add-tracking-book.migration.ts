import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the tracking book (form 07) needs besides the case: its applicant, sealed, and how the result was returned. */
export class TrackingBook1700000000131 implements MigrationInterface {
  readonly name = 'TrackingBook1700000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- As motcua.applicant carried it; without a key once the person was erased.
      CREATE TABLE applicant_copy (applicant_ref text PRIMARY KEY, sealed text, wrapped_key text);
      ALTER TABLE case_file ADD COLUMN returned_at timestamptz, ADD COLUMN return_method text;
      CREATE INDEX case_file_accepted ON case_file (accepted_at, dossier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX case_file_accepted;
      ALTER TABLE case_file DROP COLUMN returned_at, DROP COLUMN return_method;
      DROP TABLE applicant_copy`);
  }
}
