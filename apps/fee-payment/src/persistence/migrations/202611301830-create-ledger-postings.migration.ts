import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The double-entry ledger, and who collected what where. What was entered before it is booked from entries and receipts. */
export class CreateLedgerPostings1700000000030 implements MigrationInterface {
  readonly name = 'CreateLedgerPostings1700000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ledger_entry ADD COLUMN collecting_agency text, ADD COLUMN collected_by text;
      UPDATE ledger_entry e SET collecting_agency = a.receiving_agency FROM account a WHERE a.dossier_id = e.dossier_id;

      -- Each row moves an amount from one account to another, so that all accounts together are always zero.
      CREATE TABLE ledger_posting (
        source uuid NOT NULL, why text NOT NULL CHECK (why IN ('payment', 'surplus', 'refund', 'listed', 'kept')), n int NOT NULL,
        dossier_id uuid NOT NULL REFERENCES account,
        debit text COLLATE "C" NOT NULL, credit text COLLATE "C" NOT NULL CHECK (credit <> debit),
        amount bigint NOT NULL CHECK (amount > 0), at timestamptz NOT NULL,
        PRIMARY KEY (source, why, n)
      );
      CREATE INDEX ledger_posting_of_dossier ON ledger_posting (dossier_id);
      -- Balances are read by ranges of account names: all drawers of an agency, all that is due to a treasury.
      CREATE INDEX ledger_posting_debit ON ledger_posting (debit) INCLUDE (amount);
      CREATE INDEX ledger_posting_credit ON ledger_posting (credit) INCLUDE (amount);

      CREATE FUNCTION ledger_posting_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'a posting is never changed: book its reversal'; END $$;
      CREATE TRIGGER ledger_posting_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
        FOR EACH STATEMENT EXECUTE FUNCTION ledger_posting_stands();

      WITH entry AS (
        SELECT *, CASE method WHEN 'counter' THEN 'drawer/' || collecting_agency || '/unknown' WHEN 'transfer' THEN 'bank' ELSE 'clearing' END AS place
        FROM ledger_entry
      )
      INSERT INTO ledger_posting (source, why, n, dossier_id, debit, credit, amount, at)
      SELECT e.id, 'payment', row_number() OVER (PARTITION BY e.id ORDER BY r.kind) - 1, e.dossier_id, e.place,
        'due/' || e.collecting_agency || '/' || r.kind, r.amount, e.at
      FROM entry e JOIN receipt r ON r.order_id = e.order_id WHERE e.kind = 'payment'
      UNION ALL
      SELECT id, 'surplus', 0, dossier_id, place, 'payer/' || dossier_id, amount, at FROM entry WHERE kind = 'surplus'
      UNION ALL
      SELECT id, 'refund', 0, dossier_id, 'payer/' || dossier_id, place, amount, at FROM entry WHERE kind = 'refund'
      UNION ALL
      SELECT f.id, 'listed', row_number() OVER (PARTITION BY f.id ORDER BY r.kind) - 1, f.dossier_id,
        'due/' || a.receiving_agency || '/' || r.kind, 'payer/' || f.dossier_id, sum(r.amount), f.listed_at
      FROM refund f JOIN account a USING (dossier_id) JOIN receipt r USING (dossier_id) WHERE f.order_id IS NULL
      GROUP BY f.id, f.dossier_id, a.receiving_agency, r.kind, f.listed_at
      UNION ALL
      SELECT f.id, 'kept', 0, f.dossier_id, 'payer/' || f.dossier_id, 'kept/' || a.receiving_agency, f.amount - f.refunded, f.decided_at
      FROM refund f JOIN account a USING (dossier_id) WHERE f.status <> 'listed' AND f.amount > f.refunded;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ledger_posting;
      DROP FUNCTION ledger_posting_stands;
      ALTER TABLE ledger_entry DROP COLUMN collecting_agency, DROP COLUMN collected_by;
    `);
  }
}
