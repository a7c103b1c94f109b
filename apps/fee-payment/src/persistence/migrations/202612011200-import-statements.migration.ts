import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements by file, line by line; each difference is a break that has an owner. */
export class ImportStatements1796126400000 implements MigrationInterface {
  readonly name = 'ImportStatements1796126400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reconciliation ADD COLUMN version int NOT NULL DEFAULT 1, ADD COLUMN status text NOT NULL DEFAULT 'done'
          CHECK (status IN ('comparing', 'done')),
        ADD COLUMN format text, ADD COLUMN file_name text, ADD COLUMN sha256 text, ADD COLUMN account text NOT NULL DEFAULT '',
        ADD COLUMN statement text NOT NULL DEFAULT '', ADD COLUMN lines int NOT NULL DEFAULT 0;
      CREATE UNIQUE INDEX reconciliation_content ON reconciliation (method, sha256, agencies);
      CREATE INDEX reconciliation_statement ON reconciliation (method, account, statement);

      -- What a statement lists, and below it what only our books have (no line). The content of a line, which may name people, stays
      -- in the file.
      CREATE TABLE statement_line (
        reconciliation_id uuid NOT NULL REFERENCES reconciliation, n int NOT NULL, line int,
        direction text NOT NULL CHECK (direction IN ('in', 'out')), reference text NOT NULL, transaction text NOT NULL, day text,
        theirs bigint, ours bigint, outcome text NOT NULL, PRIMARY KEY (reconciliation_id, n)
      );
      CREATE INDEX statement_line_outcome ON statement_line (reconciliation_id, outcome, n);
      CREATE INDEX statement_line_reference ON statement_line (reconciliation_id, reference);
      CREATE INDEX statement_line_transaction ON statement_line (reconciliation_id, transaction);

      INSERT INTO statement_line (reconciliation_id, n, line, direction, reference, transaction, theirs, ours, outcome)
      SELECT r.id, l.n, CASE WHEN l.row ->> 'theirs' IS NULL THEN NULL ELSE l.n END, 'in', l.row ->> 'reference',
        l.row ->> 'transaction', (l.row ->> 'theirs')::bigint, (l.row ->> 'ours')::bigint,
        CASE l.row ->> 'outcome' WHEN 'onlyOurs' THEN 'missingThere' WHEN 'onlyTheirs' THEN 'missingHere' ELSE l.row ->> 'outcome' END
      FROM reconciliation r, jsonb_array_elements(r.rows) WITH ORDINALITY AS l (row, n);
      UPDATE reconciliation SET lines = jsonb_array_length(rows), counts = jsonb_build_object('matched', counts -> 'matched',
        'amountDiffers', counts -> 'amountDiffers', 'missingHere', counts -> 'onlyTheirs', 'missingThere', counts -> 'onlyOurs',
        'unknownReference', 0, 'refundDiffers', 0, 'elsewhere', 0);
      ALTER TABLE reconciliation DROP COLUMN rows;

      ALTER TABLE payment_break ADD COLUMN method text, ADD COLUMN transaction text, ADD COLUMN owner text, ADD COLUMN booked_by jsonb,
        ADD COLUMN reconciliation_id uuid REFERENCES reconciliation;
      CREATE INDEX payment_break_open ON payment_break (kind, found_at) WHERE status = 'open';
      CREATE INDEX payment_break_owner ON payment_break (owner, id) WHERE owner IS NOT NULL;
      CREATE INDEX payment_break_reconciliation ON payment_break (reconciliation_id, id) WHERE reconciliation_id IS NOT NULL;

      -- In which reconciliation a statement listed it last, whatever amount it named.
      ALTER TABLE ledger_entry ADD COLUMN seen_in uuid REFERENCES reconciliation;
      CREATE INDEX ledger_entry_number ON ledger_entry (method, upper(regexp_replace(transaction, '\\s', '', 'g')));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ledger_entry_number;
      ALTER TABLE ledger_entry DROP COLUMN seen_in;
      ALTER TABLE payment_break DROP COLUMN method, DROP COLUMN transaction, DROP COLUMN owner, DROP COLUMN booked_by,
        DROP COLUMN reconciliation_id;
      DROP INDEX payment_break_open;
      ALTER TABLE reconciliation ADD COLUMN rows jsonb NOT NULL DEFAULT '[]';
      DROP TABLE statement_line;
      DROP INDEX reconciliation_content, reconciliation_statement;
      ALTER TABLE reconciliation DROP COLUMN version, DROP COLUMN status, DROP COLUMN format, DROP COLUMN file_name,
        DROP COLUMN sha256, DROP COLUMN account, DROP COLUMN statement, DROP COLUMN lines;
    `);
  }
}
