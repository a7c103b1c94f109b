import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that were taken back, and when the reception was due as each was made. */
export class AddSupplementCancellation1796090400000 implements MigrationInterface {
  readonly name = 'AddSupplementCancellation1796090400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supplement_request ADD COLUMN cancelled_at timestamptz, ADD COLUMN cancelled_reason text,
        ADD COLUMN reception_due_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supplement_request DROP COLUMN cancelled_at, DROP COLUMN cancelled_reason, DROP COLUMN reception_due_at`);
  }
}
