import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt may adjust another down, by what a refund gave back of it. What was given back in part before has no such receipt. */
export class AdjustReceipts1796164800000 implements MigrationInterface {
  readonly name = 'AdjustReceipts1796164800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt ADD COLUMN adjusts uuid REFERENCES receipt, ADD COLUMN adjusts_because text, ADD COLUMN refund_id uuid REFERENCES refund,
        -- What was given back in part before there were receipts that say so.
        ADD COLUMN refunded_before bigint NOT NULL DEFAULT 0,
        ADD CHECK (num_nulls(adjusts, adjusts_because, refund_id) IN (0, 3)), ADD CHECK (adjusts IS NULL OR voided_at IS NULL AND refunded = 0);
      UPDATE receipt SET refunded_before = refunded WHERE refunded > 0 AND refunded < amount;
      CREATE INDEX receipt_adjusts ON receipt (adjusts) WHERE adjusts IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX receipt_adjusts;
      ALTER TABLE receipt DROP COLUMN refunded_before, DROP COLUMN refund_id, DROP COLUMN adjusts_because, DROP COLUMN adjusts;
    `);
  }
}
