import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is noticed about a running case when an instant passes, and when a case was late. */
export class WatchedInstants1700000000110 implements MigrationInterface {
  readonly name = 'WatchedInstants1700000000110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watched_instant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        dossier_id uuid NOT NULL REFERENCES case_file,
        name text NOT NULL,
        at timestamptz NOT NULL,
        -- Noticed, once: what is done stays, so that the same instant is not noticed again.
        done_at timestamptz,
        UNIQUE (dossier_id, name)
      );
      CREATE INDEX watched_instant_at ON watched_instant (at, id) WHERE done_at IS NULL;
      -- Cases that an older release opened.
      INSERT INTO watched_instant (dossier_id, name, at)
      SELECT dossier_id, 'late/promised', promised_due_at FROM case_file WHERE ended_at IS NULL AND promised_due_at IS NOT NULL
      UNION ALL
      SELECT dossier_id, 'late/statutory', statutory_due_at FROM case_file WHERE ended_at IS NULL AND statutory_due_at IS NOT NULL;

      CREATE TABLE lateness (
        dossier_id uuid NOT NULL REFERENCES case_file, n int NOT NULL,
        kind text NOT NULL, track text, task_id uuid, step text,
        due_at timestamptz NOT NULL, at timestamptz NOT NULL,
        PRIMARY KEY (dossier_id, n)
      );
      -- That a case was late is kept as it was, whoever asks (R12).
      REVOKE UPDATE, DELETE ON lateness FROM motcua_workflow;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE lateness, watched_instant');
  }
}
