import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Money under a reference that is none of ours, and the list of all that settles nothing yet. */
export class KeepLooseMoney1796108400000 implements MigrationInterface {
  readonly name = 'KeepLooseMoney1796108400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE loose_money (
        id uuid PRIMARY KEY, version int NOT NULL, method text NOT NULL, reference text NOT NULL, transaction text NOT NULL,
        amount bigint NOT NULL CHECK (amount > 0), received_at timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'allocated')),
        order_id uuid REFERENCES payment_order, allocated_at timestamptz, allocated_by text, note text
      );
      CREATE INDEX loose_money_reference ON loose_money (reference);
      CREATE INDEX loose_money_open ON loose_money (id) WHERE status = 'open';
      ALTER TABLE ledger_posting ALTER COLUMN dossier_id DROP NOT NULL,
        DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept', 'loose', 'allocated'));

      CREATE VIEW unallocated_money AS
        SELECT dossier_id AS id, dossier_id, NULL::text AS method, code AS reference, '' AS transaction, unallocated AS amount,
          NULL::timestamptz AS received_at, agencies FROM account WHERE unallocated > 0
        UNION ALL
        SELECT id, NULL, method, reference, transaction, amount, received_at, '{}' FROM loose_money WHERE status = 'open';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW unallocated_money;
      ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept'));
      DROP TABLE loose_money;
    `);
  }
}
