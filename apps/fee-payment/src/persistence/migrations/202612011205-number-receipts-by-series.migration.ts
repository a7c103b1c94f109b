import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How agencies collect: tax code, series of receipts and accounts for transfers, by day. A receipt has form, symbol and number, who
 * took the money, and a code to look it up by; its payer is kept sealed.
 */
export class NumberReceiptsBySeries1796126700000 implements MigrationInterface {
  readonly name = 'NumberReceiptsBySeries1796126700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE collector (
        agency text PRIMARY KEY, version int NOT NULL, tax_code text, series jsonb NOT NULL, accounts jsonb NOT NULL
      );
      -- As motcua.applicant carried it; without a key once the person was erased.
      CREATE TABLE dossier_applicant (dossier_id uuid PRIMARY KEY, sealed text, wrapped_key text);

      -- Counted by agency and symbol from now on; what was counted before goes on under symbols of its own.
      ALTER TABLE receipt_number ADD COLUMN symbol text;
      UPDATE receipt_number SET symbol = CASE kind WHEN 'phi' THEN 'PHI-' ELSE 'LEPHI-' END || to_char(year % 100, 'FM00');
      ALTER TABLE receipt_number DROP CONSTRAINT receipt_number_pkey, DROP COLUMN kind, DROP COLUMN year,
        ALTER COLUMN symbol SET NOT NULL, ADD PRIMARY KEY (agency, symbol);

      ALTER TABLE receipt ADD COLUMN form text, ADD COLUMN symbol text, ADD COLUMN serial int, ADD COLUMN lookup_code text,
        ADD COLUMN collected_by text, ADD COLUMN collector_name text;
      UPDATE receipt SET form = '01BLP0-001', symbol = (regexp_match(number, '-((?:PHI|LEPHI)-\\d\\d)-'))[1],
        serial = (regexp_match(number, '(\\d+)$'))[1]::int, lookup_code = upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)),
        collected_by = (SELECT e.collected_by FROM ledger_entry e WHERE e.order_id = receipt.order_id AND e.kind = 'payment' ORDER BY e.id DESC LIMIT 1);
      ALTER TABLE receipt ALTER COLUMN form SET NOT NULL, ALTER COLUMN symbol SET NOT NULL, ALTER COLUMN serial SET NOT NULL,
        ALTER COLUMN lookup_code SET NOT NULL, ADD UNIQUE (agency, symbol, serial), ADD UNIQUE (lookup_code);
      CREATE INDEX receipt_issued ON receipt (agency, issued_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX receipt_issued;
      ALTER TABLE receipt DROP COLUMN collector_name, DROP COLUMN collected_by, DROP COLUMN lookup_code, DROP COLUMN serial,
        DROP COLUMN symbol, DROP COLUMN form;
      DELETE FROM receipt_number WHERE symbol !~ '^(PHI|LEPHI)-\\d\\d$';
      ALTER TABLE receipt_number ADD COLUMN kind text, ADD COLUMN year int, DROP CONSTRAINT receipt_number_pkey;
      UPDATE receipt_number SET kind = CASE WHEN symbol LIKE 'PHI-%' THEN 'phi' ELSE 'lePhi' END, year = 2000 + right(symbol, 2)::int;
      ALTER TABLE receipt_number DROP COLUMN symbol, ADD PRIMARY KEY (agency, kind, year);
      DROP TABLE dossier_applicant;
      DROP TABLE collector;
    `);
  }
}
