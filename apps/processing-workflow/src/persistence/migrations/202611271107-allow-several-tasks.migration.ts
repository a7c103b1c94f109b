import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case may have several open tasks: each agency that is consulted has one of its own. An older release goes on working
 * here; it opens one task at a time, and leaves the trail as it is.
 */
export class SeveralTasks1700000000100 implements MigrationInterface {
  readonly name = 'SeveralTasks1700000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX task_open_of_case;
      CREATE INDEX task_open_of_case ON task (dossier_id) WHERE state = 'open';
      ALTER TABLE task
        ADD COLUMN kind text NOT NULL DEFAULT 'work' CHECK (kind IN ('work', 'opinion')),
        -- By when the step's own term wants it done.
        ADD COLUMN step_due_at timestamptz;
      -- Codes of the steps that led to where the case is, for who sends it back.
      ALTER TABLE case_file ADD COLUMN trail text[] NOT NULL DEFAULT '{}';
      UPDATE case_file c SET trail = passed.steps
      FROM (
        SELECT dossier_id, array_agg(step ORDER BY opened_at) AS steps
        FROM (
          SELECT DISTINCT ON (dossier_id, step) dossier_id, step, opened_at FROM task WHERE state = 'done'
          ORDER BY dossier_id, step, opened_at
        ) AS first_time
        GROUP BY dossier_id
      ) AS passed
      WHERE passed.dossier_id = c.dossier_id AND c.ended_at IS NULL;
      UPDATE case_file c SET trail = c.trail[:array_position(c.trail, t.step) - 1]
      FROM task t WHERE t.dossier_id = c.dossier_id AND t.state = 'open' AND t.step = ANY (c.trail);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX task_open_of_case;
      CREATE UNIQUE INDEX task_open_of_case ON task (dossier_id) WHERE state = 'open';
      ALTER TABLE task DROP COLUMN kind, DROP COLUMN step_due_at;
      ALTER TABLE case_file DROP COLUMN trail;
    `);
  }
}
