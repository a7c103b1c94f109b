import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows a case beside its applicant, by keyed hashes. */
export class AddParties1796110200000 implements MigrationInterface {
  readonly name = 'AddParties1796110200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE case_file ADD COLUMN parties jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_file DROP COLUMN parties');
  }
}
