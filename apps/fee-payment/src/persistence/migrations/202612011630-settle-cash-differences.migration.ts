import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `'payment', 'surplus', 'settled', 'refund', 'listed', 'kept', 'loose', 'allocated', 'reversal', 'unsettled', 'advanced', 'deposited', 'returned', 'counted'`;

const allow = (why: string): string => `
  ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check CHECK (why IN (${why}));`;

/** What became of the difference of a cashier's day: made good, written off, or gone to the treasury. Nothing of it ever changes. */
export class SettleCashDifferences1796142600000 implements MigrationInterface {
  readonly name = 'SettleCashDifferences1796142600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cash_settlement (
        id uuid PRIMARY KEY, cash_day_id uuid NOT NULL REFERENCES cash_day, agency text NOT NULL, cashier text NOT NULL,
        act text NOT NULL CHECK (act IN ('madeGood', 'writtenOff', 'toTreasury')),
        amount bigint NOT NULL CHECK (amount > 0), number text NOT NULL, note text NOT NULL,
        at timestamptz NOT NULL, by text NOT NULL CHECK (by <> cashier)
      );
      CREATE INDEX cash_settlement_of_day ON cash_settlement (cash_day_id);
      -- One slip is paid in once; one decision may settle several days.
      CREATE UNIQUE INDEX cash_settlement_slip ON cash_settlement (agency, number) WHERE act = 'madeGood';
      CREATE TRIGGER cash_settlement_stands BEFORE UPDATE OR DELETE ON cash_settlement
        FOR EACH ROW EXECUTE FUNCTION cash_day_stands();
      ${allow(`${BEFORE}, 'madeGood', 'writtenOff', 'toTreasury'`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE cash_settlement; ${allow(BEFORE)}`);
  }
}
