import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deadlines that move with a later revision of their calendar, and every move of deadlines besides the case's own. */
export class Recalculations1700000000111 implements MigrationInterface {
  readonly name = 'Recalculations1700000000111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The revision that counts now; null: that of the acceptance, which the terms keep.
      ALTER TABLE case_file ADD COLUMN calendar_revision int;
      CREATE INDEX case_file_calendar ON case_file ((terms->'calendar'->>'code'), dossier_id) WHERE ended_at IS NULL;

      CREATE TABLE further_adjustment (
        dossier_id uuid NOT NULL REFERENCES case_file, n int NOT NULL,
        kind text NOT NULL CHECK (kind IN ('step', 'supplement')), subject text NOT NULL,
        rule text NOT NULL, reason text NOT NULL, at timestamptz NOT NULL,
        by_subject text, by_name text,
        previous_due_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
        PRIMARY KEY (dossier_id, n)
      );
      -- What moved a deadline is kept as it was, whoever asks (R12).
      REVOKE UPDATE, DELETE ON further_adjustment FROM motcua_workflow;

      CREATE TABLE recalculation (
        id uuid PRIMARY KEY,
        calendar text NOT NULL, revision int NOT NULL,
        -- Whose cases; null: everybody's.
        agencies text[],
        reason text NOT NULL,
        by_subject text NOT NULL, by_name text NOT NULL,
        at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE INDEX recalculation_running ON recalculation (at, id) WHERE finished_at IS NULL;
      CREATE TABLE recalculated_case (
        recalculation_id uuid NOT NULL REFERENCES recalculation, dossier_id uuid NOT NULL REFERENCES case_file,
        code text NOT NULL,
        outcome text NOT NULL CHECK (outcome IN ('moved', 'kept', 'unchanged')),
        kept jsonb NOT NULL, moves jsonb NOT NULL,
        PRIMARY KEY (recalculation_id, dossier_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE recalculated_case, recalculation, further_adjustment;
      DROP INDEX case_file_calendar;
      ALTER TABLE case_file DROP COLUMN calendar_revision;
    `);
  }
}
