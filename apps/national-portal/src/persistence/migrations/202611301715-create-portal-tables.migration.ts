import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePortalTables1764522900000 implements MigrationInterface {
  readonly name = 'CreatePortalTables1764522900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE procedure_copy (
        code text COLLATE "C" NOT NULL, version int NOT NULL, name text NOT NULL,
        field_code text NOT NULL, field_name text NOT NULL, effective_from date NOT NULL,
        PRIMARY KEY (code, version)
      );
      CREATE TABLE officer_copy (subject text COLLATE "C" PRIMARY KEY, name text NOT NULL, title text NOT NULL);
      CREATE INDEX officer_copy_name ON officer_copy (name);

      CREATE TABLE code_map (
        kind text NOT NULL CHECK (kind IN ('agency', 'field', 'procedure', 'component', 'result')),
        code text COLLATE "C" NOT NULL,
        -- Null: known to have no counterpart at the portal.
        portal_code text COLLATE "C",
        note text, version int NOT NULL DEFAULT 1,
        PRIMARY KEY (kind, code)
      );
      CREATE TABLE portal_code (
        kind text NOT NULL, code text COLLATE "C" NOT NULL, name text NOT NULL, seen_at timestamptz NOT NULL,
        PRIMARY KEY (kind, code)
      );

      -- Who the applicant of a dossier is, sealed as it came.
      CREATE TABLE applicant (
        dossier_id uuid PRIMARY KEY, applicant_ref text COLLATE "C" NOT NULL, sealed text, wrapped_key text,
        erased boolean NOT NULL
      );

      CREATE TABLE dossier (
        dossier_id uuid PRIMARY KEY,
        code text COLLATE "C", portal_code text COLLATE "C", agency text COLLATE "C", status text,
        facts jsonb NOT NULL,
        -- Counts what was learnt; settled_revision is the last one that was acknowledged, refused or found unchanged.
        revision int NOT NULL, settled_revision int NOT NULL DEFAULT 0,
        -- Whether the portal has it: maybe, where an insert was not answered.
        there text NOT NULL DEFAULT 'no' CHECK (there IN ('no', 'maybe', 'yes')),
        sent_hash text, refused_hash text,
        due_at timestamptz, failures int NOT NULL DEFAULT 0,
        -- An attempt was begun and its end is not written down.
        attempting boolean NOT NULL DEFAULT false,
        -- Lines go one by one after a call of several was refused.
        one_by_one boolean NOT NULL DEFAULT false,
        waiting_since timestamptz,
        -- Why nothing can be sent: codes without a counterpart, or what has not come yet.
        waiting_for jsonb,
        -- Days in Vietnam, by the legal clock.
        submitted_on date, moved_on date
      );
      CREATE INDEX dossier_due ON dossier (due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX dossier_waiting ON dossier (agency, waiting_since) WHERE waiting_since IS NOT NULL;
      CREATE INDEX dossier_blocked ON dossier (dossier_id) WHERE waiting_for IS NOT NULL;
      CREATE INDEX dossier_code ON dossier (code);
      CREATE INDEX dossier_submitted_on ON dossier (submitted_on, dossier_id);
      CREATE INDEX dossier_moved_on ON dossier (moved_on, dossier_id);
      CREATE UNIQUE INDEX dossier_portal_code ON dossier (portal_code) WHERE portal_code IS NOT NULL;

      CREATE TABLE journal (
        id uuid PRIMARY KEY,
        -- The order in which they were queued: given while the dossier's row is locked.
        n bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
        dossier_id uuid NOT NULL, code text COLLATE "C", agency text COLLATE "C",
        kind text NOT NULL CHECK (kind IN ('dossier', 'progress')),
        state text NOT NULL CHECK (state IN ('waiting', 'acknowledged', 'refused', 'replaced', 'unchanged')),
        -- Of progress: the change of status, until the line is made.
        move jsonb,
        answer_code text COLLATE "C", answer_message text,
        attempts int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        first_attempt_at timestamptz, last_attempt_at timestamptz, settled_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX journal_waiting_record ON journal (dossier_id) WHERE kind = 'dossier' AND state = 'waiting';
      CREATE INDEX journal_waiting_lines ON journal (dossier_id, n) WHERE kind = 'progress' AND state = 'waiting';
      CREATE INDEX journal_dossier ON journal (dossier_id, n);
      CREATE INDEX journal_code ON journal (code, n);
      CREATE INDEX journal_state ON journal (state, n);
      CREATE INDEX journal_answer ON journal (answer_code, n) WHERE answer_code IS NOT NULL;

      -- Each attempt, as it was: append-only.
      CREATE TABLE journal_attempt (
        id uuid PRIMARY KEY,
        journal_id uuid NOT NULL,
        at timestamptz NOT NULL, took_ms int NOT NULL,
        service text NOT NULL, updating boolean,
        outcome text NOT NULL, answer_code text NOT NULL, answer_message text NOT NULL,
        -- What was sent, whole and sealed; it names people.
        request text
      );
      CREATE INDEX journal_attempt_journal ON journal_attempt (journal_id, id);
      CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the journal is only added to'; END $$;
      CREATE TRIGGER journal_attempt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_attempt
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();
      CREATE TRIGGER journal_append_only BEFORE DELETE OR TRUNCATE ON journal
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();

      CREATE TABLE sender_lease (
        name text PRIMARY KEY, holder uuid NOT NULL, lease_until timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sender_lease, journal_attempt, journal, dossier, applicant, portal_code, code_map, officer_copy, procedure_copy;
      DROP FUNCTION refuse_journal_change();
    `);
  }
}
