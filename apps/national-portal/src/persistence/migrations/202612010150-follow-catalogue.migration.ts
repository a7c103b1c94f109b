import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowCatalogue1764553800000 implements MigrationInterface {
  readonly name = 'FollowCatalogue1764553800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One look at what the portal publishes: lists of agencies, fields and procedures, then the procedures in pages.
      CREATE TABLE catalogue_fetch (
        id uuid PRIMARY KEY, day date, nightly boolean NOT NULL, accept_shrunk boolean NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'done')),
        step text NOT NULL CHECK (step IN ('agencies', 'fields', 'procedures', 'details')),
        requested_at timestamptz NOT NULL, finished_at timestamptz, due_at timestamptz, attempts int NOT NULL,
        -- Its list was whole: what is not on it is gone.
        complete boolean NOT NULL,
        listed int NOT NULL, fetched int NOT NULL, changed int NOT NULL, gone int NOT NULL, mapped int NOT NULL,
        faults jsonb NOT NULL, version int NOT NULL
      );
      CREATE UNIQUE INDEX catalogue_fetch_running ON catalogue_fetch ((true)) WHERE state = 'running';
      CREATE UNIQUE INDEX catalogue_fetch_night ON catalogue_fetch (day) WHERE nightly;
      CREATE INDEX catalogue_fetch_requested ON catalogue_fetch (requested_at DESC, id);

      CREATE TABLE portal_procedure (
        code text COLLATE "C" PRIMARY KEY, name text NOT NULL,
        -- The looks whose list had it last, and that asked for it last.
        listed_in uuid NOT NULL, fetched_in uuid, changed_in uuid, tries int NOT NULL,
        -- What was told last: nothing while the revision is 0.
        our_code text COLLATE "C", item jsonb, content_hash text, gone boolean NOT NULL, revision int NOT NULL
      );
      CREATE INDEX portal_procedure_listed ON portal_procedure (listed_in, tries, code);

      -- What an officer typed is not overwritten by the portal's lists; where they say otherwise, that is shown.
      ALTER TABLE code_map ADD COLUMN source text NOT NULL DEFAULT 'officer' CHECK (source IN ('officer', 'portal')),
        ADD COLUMN conflicting boolean NOT NULL DEFAULT false, ADD COLUMN listed_code text COLLATE "C";
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE code_map DROP COLUMN source, DROP COLUMN conflicting, DROP COLUMN listed_code;
      DROP TABLE portal_procedure, catalogue_fetch;
    `);
  }
}
