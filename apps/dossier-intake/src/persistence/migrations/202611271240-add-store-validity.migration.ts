import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when what an applicant's store holds may be reused, and what was revoked (R20). */
export class StoreValidity1700000100133 implements MigrationInterface {
  readonly name = 'StoreValidity1700000100133';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE store_item ADD COLUMN valid_until date, ADD COLUMN revoked_at timestamptz, ADD COLUMN revoked_reason text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE store_item DROP COLUMN valid_until, DROP COLUMN revoked_at, DROP COLUMN revoked_reason`);
  }
}
