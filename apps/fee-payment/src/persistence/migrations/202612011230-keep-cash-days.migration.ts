import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A cashier's day at a drawer, with the vouchers of change and of deposits, and in which day cash moved. */
export class KeepCashDays1796128200000 implements MigrationInterface {
  readonly name = 'KeepCashDays1796128200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE cash_day (
        id uuid PRIMARY KEY, version int NOT NULL, agency text NOT NULL, cashier text NOT NULL,
        status text NOT NULL CHECK (status IN ('open', 'counted', 'closed')),
        opened_at timestamptz NOT NULL, opened_by text NOT NULL,
        carried bigint NOT NULL, opening_count jsonb,
        counted_at timestamptz, closing_count jsonb, difference bigint, note text,
        closed_at timestamptz, confirmed_by text, confirmation_note text, agencies text[] NOT NULL,
        CHECK ((status = 'closed') = (closed_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX cash_day_open ON cash_day (agency, cashier) WHERE status <> 'closed';
      CREATE INDEX cash_day_of_drawer ON cash_day (agency, cashier, closed_at DESC, id DESC) WHERE status = 'closed';
      CREATE INDEX cash_day_agencies ON cash_day USING gin (agencies);
      CREATE FUNCTION cash_day_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'a closed day is closed'; END $$;
      CREATE TRIGGER cash_day_stands BEFORE UPDATE OR DELETE ON cash_day
        FOR EACH ROW WHEN (OLD.status = 'closed') EXECUTE FUNCTION cash_day_stands();

      CREATE TABLE cash_voucher (
        id uuid PRIMARY KEY, cash_day_id uuid NOT NULL REFERENCES cash_day, agency text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('advanced', 'deposited', 'returned')),
        number text NOT NULL, amount bigint NOT NULL CHECK (amount > 0), dated date NOT NULL,
        at timestamptz NOT NULL, by text NOT NULL,
        UNIQUE (agency, kind, number)
      );
      CREATE INDEX cash_voucher_of_day ON cash_voucher (cash_day_id);

      ALTER TABLE ledger_entry ADD COLUMN cash_day_id uuid REFERENCES cash_day;
      CREATE INDEX ledger_entry_taken ON ledger_entry (collecting_agency, at) INCLUDE (collected_by, method, kind, amount);
      ALTER TABLE ledger_posting ADD COLUMN cash_day_id uuid REFERENCES cash_day,
        DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept', 'loose', 'allocated', 'reversal', 'unsettled', 'advanced', 'deposited', 'returned', 'counted')),
        -- What moved before there were days has none.
        ADD CONSTRAINT ledger_posting_cash_has_day
        CHECK ((debit LIKE 'drawer/%' OR credit LIKE 'drawer/%') = (cash_day_id IS NOT NULL)) NOT VALID;
      CREATE INDEX ledger_posting_of_cash_day ON ledger_posting (cash_day_id) WHERE cash_day_id IS NOT NULL;
      -- A day that is counted takes nothing any more but its own difference, in the moment in which it is closed.
      CREATE FUNCTION cash_day_takes() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        PERFORM FROM cash_day WHERE id = NEW.cash_day_id AND (status = 'open' OR NEW.why = 'counted' AND closed_at = NEW.at);
        IF NOT FOUND THEN RAISE EXCEPTION 'a closed day takes no cash'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER cash_day_takes BEFORE INSERT ON ledger_posting
        FOR EACH ROW WHEN (NEW.cash_day_id IS NOT NULL) EXECUTE FUNCTION cash_day_takes();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER cash_day_takes ON ledger_posting;
      DROP FUNCTION cash_day_takes;
      DROP INDEX ledger_posting_of_cash_day;
      ALTER TABLE ledger_posting DROP CONSTRAINT ledger_posting_cash_has_day, DROP COLUMN cash_day_id,
        DROP CONSTRAINT ledger_posting_why_check, ADD CONSTRAINT ledger_posting_why_check
        CHECK (why IN ('payment', 'surplus', 'settled', 'refund', 'listed', 'kept', 'loose', 'allocated', 'reversal', 'unsettled'));
      DROP INDEX ledger_entry_taken;
      ALTER TABLE ledger_entry DROP COLUMN cash_day_id;
      DROP TABLE cash_voucher, cash_day;
      DROP FUNCTION cash_day_stands;
    `);
  }
}
