import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mistakes of the counter: proposed by one, undone by another, with the receipts that are void by it and the number that is free. */
export class ReverseEntries1796111100000 implements MigrationInterface {
  readonly name = 'ReverseEntries1796111100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reversal (
        id uuid PRIMARY KEY, version int NOT NULL,
        dossier_id uuid NOT NULL REFERENCES account, order_id uuid NOT NULL REFERENCES payment_order,
        confirmation_id uuid NOT NULL REFERENCES confirmation, amount bigint NOT NULL CHECK (amount > 0),
        reason text NOT NULL, note text NOT NULL, status text NOT NULL CHECK (status IN ('proposed', 'done', 'turnedDown')),
        proposed_at timestamptz NOT NULL, proposed_by text NOT NULL,
        decided_at timestamptz, decided_by text, decision_note text, agencies text[] NOT NULL
      );
      CREATE UNIQUE INDEX reversal_once ON reversal (confirmation_id) WHERE status <> 'turnedDown';
      CREATE INDEX reversal_of_dossier ON reversal (dossier_id, id);
      CREATE INDEX reversal_status ON reversal (status, id);
      CREATE INDEX reversal_agencies ON reversal USING gin (agencies);

      ALTER TABLE confirmation ADD COLUMN reversed_at timestamptz, ADD COLUMN number_free boolean NOT NULL DEFAULT false;
      ALTER TABLE receipt ADD COLUMN settles text[], ADD COLUMN reversal_id uuid REFERENCES reversal;
      UPDATE receipt SET settles = o.collects FROM payment_order o WHERE o.id = receipt.order_id;
      ALTER TABLE receipt ALTER COLUMN settles SET NOT NULL;
      ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check, ADD CONSTRAINT ledger_entry_kind_check
        CHECK (kind IN ('payment', 'surplus', 'refund', 'reversal'));
      ALTER TABLE refund DROP CONSTRAINT refund_status_check, ADD CONSTRAINT refund_status_check
        CHECK (status IN ('listed', 'proposed', 'approved', 'failed', 'refunded', 'kept', 'reversed'));
      ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept', 'loose', 'allocated', 'reversal', 'unsettled'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept', 'loose', 'allocated'));
      ALTER TABLE refund DROP CONSTRAINT refund_status_check, ADD CONSTRAINT refund_status_check
        CHECK (status IN ('listed', 'proposed', 'approved', 'failed', 'refunded', 'kept'));
      ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check, ADD CONSTRAINT ledger_entry_kind_check
        CHECK (kind IN ('payment', 'surplus', 'refund'));
      ALTER TABLE receipt DROP COLUMN reversal_id, DROP COLUMN settles;
      ALTER TABLE confirmation DROP COLUMN number_free, DROP COLUMN reversed_at;
      DROP TABLE reversal;
    `);
  }
}
