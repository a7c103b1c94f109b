import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When it was told that no cashier has recorded a receipt that was named at the acceptance. */
export class WatchReceipts1796135400000 implements MigrationInterface {
  readonly name = 'WatchReceipts1796135400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN receipt_doubted_at timestamptz;
      CREATE INDEX dossier_receipt_unconfirmed ON dossier (accepted_at, id)
        WHERE cash_receipt_number IS NOT NULL AND receipt_doubted_at IS NULL AND unpaid_before_acceptance > 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN receipt_doubted_at');
  }
}
