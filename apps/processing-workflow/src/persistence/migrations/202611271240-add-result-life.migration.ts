import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when an issued result holds, and that it was revoked. */
export class ResultLife1700000000132 implements MigrationInterface {
  readonly name = 'ResultLife1700000000132';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_result ADD COLUMN valid_until date,
        ADD COLUMN revoked_at timestamptz, ADD COLUMN revoked_reason text, ADD COLUMN revoked_by text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_result DROP COLUMN valid_until, DROP COLUMN revoked_at, DROP COLUMN revoked_reason, DROP COLUMN revoked_by`);
  }
}
