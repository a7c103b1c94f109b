import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, orders, ledger, receipts, refunds, breaks, confirmations, reconciliations. Amounts in đồng. */
export class PaymentTables1700000000010 implements MigrationInterface {
  readonly name = 'PaymentTables1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a dossier owes. Its row is locked before any money of the dossier moves.
      CREATE TABLE account (
        dossier_id uuid PRIMARY KEY, version int NOT NULL,
        code text NOT NULL, procedure_code text NOT NULL, procedure_name text NOT NULL,
        receiving_agency text NOT NULL, agencies text[] NOT NULL, applicant_ref text NOT NULL, submitted_by text NOT NULL,
        lines jsonb NOT NULL, total bigint NOT NULL CHECK (total >= 0),
        paid text[] NOT NULL DEFAULT '{}', ended text,
        named_cash_receipt text,
        assessed_at timestamptz NOT NULL
      );

      CREATE SEQUENCE order_reference;
      CREATE TABLE payment_order (
        id uuid PRIMARY KEY, version int NOT NULL,
        dossier_id uuid NOT NULL REFERENCES account, agency text NOT NULL, agencies text[] NOT NULL,
        applicant_ref text NOT NULL, submitted_by text NOT NULL,
        reference text NOT NULL UNIQUE, method text NOT NULL, status text NOT NULL,
        collects text[] NOT NULL, amount bigint NOT NULL CHECK (amount > 0),
        payment_url text, failure text,
        placed_at timestamptz NOT NULL, placed_by text NOT NULL,
        paid_at timestamptz, transaction text, cash_receipt text,
        request_client text, request_key text, request_fingerprint text,
        -- System time, as leases and retries are: until when one process talks to the platform, and when to ask it next.
        recorded_at timestamptz NOT NULL DEFAULT now(),
        opening_until timestamptz, ask_at timestamptz, asked int NOT NULL DEFAULT 0,
        UNIQUE (request_client, request_key)
      );
      CREATE INDEX payment_order_of_dossier ON payment_order (dossier_id, id);
      CREATE INDEX payment_order_to_ask ON payment_order (ask_at) WHERE ask_at IS NOT NULL;
      CREATE INDEX payment_order_agencies ON payment_order USING gin (agencies);
      CREATE INDEX payment_order_applicant ON payment_order (applicant_ref, id);
      CREATE INDEX payment_order_submitter ON payment_order (submitted_by, id);
      CREATE UNIQUE INDEX payment_order_cash_receipt ON payment_order (agency, cash_receipt) WHERE cash_receipt IS NOT NULL;

      -- Every movement of money, once: what settled something, what came without being owed, what went back.
      CREATE TABLE ledger_entry (
        id uuid PRIMARY KEY,
        dossier_id uuid NOT NULL REFERENCES account, order_id uuid REFERENCES payment_order,
        reference text NOT NULL, method text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('payment', 'surplus', 'refund')),
        amount bigint NOT NULL CHECK (amount > 0),
        transaction text NOT NULL, at timestamptz NOT NULL, reconciled_at timestamptz,
        agencies text[] NOT NULL, applicant_ref text NOT NULL, submitted_by text NOT NULL
      );
      CREATE UNIQUE INDEX ledger_entry_once ON ledger_entry (order_id, transaction, kind) WHERE kind <> 'refund';
      CREATE INDEX ledger_entry_of_dossier ON ledger_entry (dossier_id, id);
      CREATE INDEX ledger_entry_reference ON ledger_entry (reference);
      CREATE INDEX ledger_entry_at ON ledger_entry (method, at);
      CREATE INDEX ledger_entry_agencies ON ledger_entry USING gin (agencies);
      CREATE INDEX ledger_entry_applicant ON ledger_entry (applicant_ref, id);
      CREATE INDEX ledger_entry_submitter ON ledger_entry (submitted_by, id);

      CREATE TABLE receipt_number (
        agency text NOT NULL, kind text NOT NULL, year int NOT NULL, last int NOT NULL, PRIMARY KEY (agency, kind, year)
      );
      CREATE TABLE receipt (
        id uuid PRIMARY KEY, number text NOT NULL UNIQUE,
        dossier_id uuid NOT NULL REFERENCES account, order_id uuid NOT NULL REFERENCES payment_order,
        kind text NOT NULL CHECK (kind IN ('phi', 'lePhi')), amount bigint NOT NULL CHECK (amount > 0), lines jsonb NOT NULL,
        issued_at timestamptz NOT NULL,
        agencies text[] NOT NULL, applicant_ref text NOT NULL, submitted_by text NOT NULL,
        UNIQUE (order_id, kind)
      );
      CREATE INDEX receipt_of_dossier ON receipt (dossier_id, id);
      CREATE INDEX receipt_agencies ON receipt USING gin (agencies);
      CREATE INDEX receipt_applicant ON receipt (applicant_ref, id);
      CREATE INDEX receipt_submitter ON receipt (submitted_by, id);

      CREATE TABLE refund (
        id uuid PRIMARY KEY, version int NOT NULL,
        dossier_id uuid NOT NULL REFERENCES account, order_id uuid REFERENCES payment_order,
        amount bigint NOT NULL CHECK (amount > 0), reason text NOT NULL,
        status text NOT NULL CHECK (status IN ('listed', 'refunded', 'kept')),
        refunded bigint NOT NULL DEFAULT 0 CHECK (refunded <= amount),
        listed_at timestamptz NOT NULL, decided_at timestamptz, decided_by text, note text,
        agencies text[] NOT NULL
      );
      CREATE INDEX refund_of_dossier ON refund (dossier_id, id);
      CREATE INDEX refund_status ON refund (status, id);
      CREATE INDEX refund_agencies ON refund USING gin (agencies);

      -- What we know and what another party says differ. The identity keeps a repeat from becoming another row.
      CREATE TABLE payment_break (
        id uuid PRIMARY KEY, version int NOT NULL, identity text NOT NULL UNIQUE, kind text NOT NULL,
        dossier_id uuid REFERENCES account, order_id uuid REFERENCES payment_order, reference text NOT NULL,
        ours text, theirs text, detail text,
        status text NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resolved')),
        found_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL, occurrences int NOT NULL DEFAULT 1,
        resolved_at timestamptz, resolved_by text, note text,
        agencies text[] NOT NULL
      );
      CREATE INDEX payment_break_of_dossier ON payment_break (dossier_id, id);
      CREATE INDEX payment_break_status ON payment_break (status, id);
      CREATE INDEX payment_break_agencies ON payment_break USING gin (agencies);

      -- What the payer's side has said of a payment, once each, and the answer that it got: its repeats get the same bytes.
      CREATE TABLE confirmation (
        id uuid PRIMARY KEY, reference text NOT NULL, order_id uuid REFERENCES payment_order,
        source text NOT NULL CHECK (source IN ('callback', 'query', 'cashier')),
        success boolean NOT NULL, amount bigint NOT NULL, transaction text,
        acknowledged boolean NOT NULL, answer text, received_at timestamptz NOT NULL
      );
      CREATE INDEX confirmation_reference ON confirmation (reference, id);

      CREATE TABLE reconciliation (
        id uuid PRIMARY KEY, made_at timestamptz NOT NULL, made_by text NOT NULL, method text NOT NULL,
        from_at timestamptz NOT NULL, until_at timestamptz NOT NULL,
        counts jsonb NOT NULL, rows jsonb NOT NULL, agencies text[] NOT NULL
      );
      CREATE INDEX reconciliation_agencies ON reconciliation USING gin (agencies);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reconciliation, confirmation, payment_break, refund, receipt, receipt_number, ledger_entry, payment_order, account;
      DROP SEQUENCE order_reference;
    `);
  }
}
