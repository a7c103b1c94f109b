import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NotificationTables1700000500000 implements MigrationInterface {
  readonly name = 'NotificationTables1700000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Contact data stays sealed at rest. A row without it is a person whom a message concerns and whose contact has not
      -- come yet: whoever writes about a person locks this row first.
      CREATE TABLE applicant (
        applicant_ref text COLLATE "C" PRIMARY KEY,
        sealed text, wrapped_key text,
        erased boolean NOT NULL DEFAULT false,
        CHECK ((sealed IS NULL) = (wrapped_key IS NULL)), CHECK (NOT erased OR sealed IS NULL)
      );

      -- What messages say about a dossier, and whom they concern.
      CREATE TABLE dossier (
        dossier_id uuid PRIMARY KEY,
        code text NOT NULL,
        applicant_ref text COLLATE "C" NOT NULL,
        -- Who submitted online, in person or for another; at the counter that is an officer, who needs no message.
        submitter text COLLATE "C",
        language text CHECK (language IN ('vi', 'en')),
        procedure_code text NOT NULL, procedure_name text NOT NULL,
        receiving_agency text,
        status text,
        agency text NOT NULL, agency_name text, officer_name text,
        -- Who holds it by the case's own word, in the case's own order.
        case_agency text, case_officer text, case_started boolean NOT NULL DEFAULT false,
        due_at timestamptz,
        amount bigint
      );

      -- Names of components and titles of form fields, by which a reason names what is at fault (R21).
      CREATE TABLE procedure_words (procedure_code text PRIMARY KEY, words jsonb NOT NULL);

      CREATE TABLE preference (
        person text COLLATE "C" PRIMARY KEY,
        email boolean NOT NULL, in_app boolean NOT NULL, language text CHECK (language IN ('vi', 'en')),
        version int NOT NULL
      );

      CREATE TABLE template (
        code text COLLATE "C" PRIMARY KEY,
        content jsonb NOT NULL,
        -- False: as shipped, and replaced by what a later release ships.
        edited boolean NOT NULL,
        version int NOT NULL
      );

      CREATE TABLE delivery (
        id uuid PRIMARY KEY,
        event_id uuid NOT NULL, recipient text COLLATE "C" NOT NULL, channel text NOT NULL CHECK (channel IN ('email', 'inApp')),
        kind text NOT NULL,
        dossier_id uuid NOT NULL, dossier_code text NOT NULL,
        applicant_ref text COLLATE "C", subject text COLLATE "C",
        language text CHECK (language IN ('vi', 'en')),
        data jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('waitingForContact', 'due', 'sent', 'failed', 'notSent')),
        reason text,
        masked_recipient text,
        -- All in system time. While an attempt is in hand, next_attempt_at is the end of its lease.
        attempts int NOT NULL DEFAULT 0,
        next_attempt_at timestamptz,
        claim uuid,
        occurred_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        settled_at timestamptz,
        version int NOT NULL DEFAULT 1,
        CHECK ((state = 'due') = (next_attempt_at IS NOT NULL)),
        UNIQUE (event_id, recipient, channel)
      );
      CREATE INDEX delivery_due ON delivery (next_attempt_at) WHERE state = 'due';
      CREATE INDEX delivery_waiting ON delivery (applicant_ref) WHERE state IN ('waitingForContact', 'due');
      CREATE INDEX delivery_applicant ON delivery (applicant_ref, id) WHERE applicant_ref IS NOT NULL;
      CREATE INDEX delivery_subject ON delivery (subject, id) WHERE subject IS NOT NULL;
      CREATE INDEX delivery_dossier ON delivery (dossier_id, id);
      CREATE INDEX delivery_state ON delivery (state, id);

      -- What the recipient reads in the application; its id is its delivery's.
      CREATE TABLE message (
        id uuid PRIMARY KEY REFERENCES delivery,
        kind text NOT NULL,
        dossier_id uuid NOT NULL, dossier_code text NOT NULL,
        applicant_ref text COLLATE "C", subject text COLLATE "C",
        language text NOT NULL, title text NOT NULL, body text NOT NULL,
        occurred_at timestamptz NOT NULL,
        read_at timestamptz,
        version int NOT NULL DEFAULT 1
      );
      CREATE INDEX message_applicant ON message (applicant_ref, id) WHERE applicant_ref IS NOT NULL;
      CREATE INDEX message_subject ON message (subject, id) WHERE subject IS NOT NULL;
      CREATE INDEX message_applicant_unread ON message (applicant_ref, id) WHERE read_at IS NULL;
      CREATE INDEX message_subject_unread ON message (subject, id) WHERE read_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message, delivery, template, preference, procedure_words, dossier, applicant');
  }
}
