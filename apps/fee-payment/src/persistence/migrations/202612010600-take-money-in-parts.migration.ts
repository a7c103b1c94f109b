import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was received and settles nothing yet, and what is still to be paid on an order. A collection time is paid in parts. */
export class TakeMoneyInParts1796104800000 implements MigrationInterface {
  readonly name = 'TakeMoneyInParts1796104800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account ADD COLUMN unallocated bigint NOT NULL DEFAULT 0 CHECK (unallocated >= 0);
      CREATE INDEX account_unallocated ON account (dossier_id) WHERE unallocated > 0;

      ALTER TABLE payment_order ADD COLUMN due bigint;
      UPDATE payment_order SET due = CASE WHEN status IN ('paid', 'refundable') THEN 0 ELSE amount END;
      ALTER TABLE payment_order ALTER COLUMN due SET NOT NULL, ADD CHECK (due >= 0);

      -- One confirmation may bring a payment and what is beyond it; one order settles several times.
      ALTER TABLE ledger_entry ADD COLUMN confirmation_id uuid REFERENCES confirmation;
      DROP INDEX ledger_entry_once;
      CREATE UNIQUE INDEX ledger_entry_once ON ledger_entry (confirmation_id, kind) WHERE confirmation_id IS NOT NULL;
      ALTER TABLE receipt DROP CONSTRAINT receipt_order_id_kind_key;
      CREATE INDEX receipt_of_order ON receipt (order_id);

      ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'refund', 'listed', 'kept'));
      DROP INDEX receipt_of_order;
      ALTER TABLE receipt ADD UNIQUE (order_id, kind);
      DROP INDEX ledger_entry_once;
      CREATE UNIQUE INDEX ledger_entry_once ON ledger_entry (order_id, transaction, kind) WHERE kind <> 'refund';
      ALTER TABLE ledger_entry DROP COLUMN confirmation_id;
      ALTER TABLE payment_order DROP COLUMN due;
      DROP INDEX account_unallocated;
      ALTER TABLE account DROP COLUMN unallocated;
    `);
  }
}
