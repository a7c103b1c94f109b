import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReceivedTables1764524400000 implements MigrationInterface {
  readonly name = 'CreateReceivedTables1764524400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the portal has delivered: kept sealed, as it came.
      CREATE TABLE received_dossier (
        portal_code text COLLATE "C" PRIMARY KEY, dossier_id uuid NOT NULL UNIQUE, revision int NOT NULL,
        body_hash text NOT NULL, body text NOT NULL,
        state text NOT NULL CHECK (state IN ('received', 'waiting', 'handedOver', 'refused')),
        waiting_for jsonb, refusal text, received_at timestamptz NOT NULL, due_at timestamptz, attempts int NOT NULL, version int NOT NULL
      );
      CREATE INDEX received_dossier_due ON received_dossier (due_at) WHERE state IN ('received', 'waiting');
      CREATE INDEX received_dossier_state ON received_dossier (state, received_at);

      CREATE TABLE received_request (
        id uuid PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('supplement', 'withdrawal', 'payment')), request_id text COLLATE "C" NOT NULL,
        dossier_id uuid NOT NULL, code text COLLATE "C" NOT NULL, body_hash text NOT NULL, body text NOT NULL,
        state text NOT NULL CHECK (state IN ('received', 'waiting', 'handedOver', 'refused')),
        refusal text, received_at timestamptz NOT NULL, due_at timestamptz, attempts int NOT NULL, version int NOT NULL
      );
      CREATE UNIQUE INDEX received_request_key ON received_request ((kind || ' ' || request_id));
      CREATE INDEX received_request_due ON received_request (due_at) WHERE state IN ('received', 'waiting');
      CREATE INDEX received_request_dossier ON received_request (dossier_id);

      CREATE TABLE reconciliation (
        id uuid PRIMARY KEY, day date, codes text[], nightly boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'done')),
        requested_at timestamptz NOT NULL, finished_at timestamptz, compared int NOT NULL, sent_again int NOT NULL,
        due_at timestamptz, version int NOT NULL
      );
      CREATE UNIQUE INDEX reconciliation_night ON reconciliation (day) WHERE nightly;
      CREATE INDEX reconciliation_due ON reconciliation (due_at) WHERE state = 'running';
      CREATE TABLE reconciliation_break (
        n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, reconciliation_id uuid NOT NULL REFERENCES reconciliation,
        code text NOT NULL, difference text NOT NULL, ours jsonb, theirs jsonb, sent_again boolean NOT NULL
      );
      CREATE INDEX reconciliation_break_of ON reconciliation_break (reconciliation_id, n);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reconciliation_break, reconciliation, received_request, received_dossier');
  }
}
