import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders end, here and at the platform; they name the account that they were placed for, and where the payer's browser returns. */
export class ExpireOrders1796127000000 implements MigrationInterface {
  readonly name = 'ExpireOrders1796127000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE payment_order ADD COLUMN expires_at timestamptz, ADD COLUMN payee jsonb, ADD COLUMN return_url text,
        -- System time: when the platform was told that nothing is to be paid any more, and when it is told next.
        ADD COLUMN closed_at timestamptz, ADD COLUMN close_at timestamptz NOT NULL DEFAULT now();
      UPDATE payment_order SET expires_at = placed_at + CASE method WHEN 'nationalPlatform' THEN interval '1 day' ELSE interval '30 days' END
        WHERE method <> 'nationalPortal';
      CREATE INDEX payment_order_expiring ON payment_order (expires_at, id) WHERE status IN ('created', 'pending') AND expires_at IS NOT NULL;
      CREATE INDEX payment_order_to_close ON payment_order (close_at)
        WHERE method = 'nationalPlatform' AND status IN ('cancelled', 'expired') AND closed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX payment_order_to_close;
      DROP INDEX payment_order_expiring;
      UPDATE payment_order SET status = 'cancelled' WHERE status = 'expired';
      ALTER TABLE payment_order DROP COLUMN close_at, DROP COLUMN closed_at, DROP COLUMN return_url, DROP COLUMN payee, DROP COLUMN expires_at;
    `);
  }
}
