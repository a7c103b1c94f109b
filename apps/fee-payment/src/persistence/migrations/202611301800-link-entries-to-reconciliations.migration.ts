import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mark names the reconciliation that made it. */
export class LinkEntriesToReconciliations1700000000020 implements MigrationInterface {
  readonly name = 'LinkEntriesToReconciliations1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_entry ADD COLUMN reconciliation_id uuid REFERENCES reconciliation');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_entry DROP COLUMN reconciliation_id');
  }
}
