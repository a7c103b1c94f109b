import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AcknowledgeRefusedRecords1796150000000 implements MigrationInterface {
  readonly name = 'AcknowledgeRefusedRecords1796150000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who has seen to it that the portal does not take a record, and why it is left at that.
      ALTER TABLE journal ADD COLUMN acknowledged_at timestamptz, ADD COLUMN acknowledged_by text,
        ADD COLUMN acknowledged_reason text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE journal DROP COLUMN acknowledged_at, DROP COLUMN acknowledged_by, DROP COLUMN acknowledged_reason;
    `);
  }
}
