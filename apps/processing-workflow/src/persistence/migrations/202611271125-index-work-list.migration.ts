import type { Sql } from '@motcua/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listProcedures } from '../listed-procedures.js';

/**
 * What the work list walks: one index for each list and narrowing that exists, each in the list's own order, so that a page
 * reads no more than it shows. They hold open tasks only. The indexes of the former order go: a release that still asks in
 * it sorts, and is answered all the same.
 */
export class WorkList1700000000120 implements MigrationInterface {
  readonly name = 'WorkList1700000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task ADD COLUMN applicant_ref text;
      UPDATE task t SET applicant_ref = c.applicant_ref FROM case_file c WHERE c.dossier_id = t.dossier_id AND t.state = 'open';
      -- Where a task stands in the lists: by its due date, and while the clock pauses behind all that have one.
      ALTER TABLE task ADD COLUMN list_at timestamptz NOT NULL
        GENERATED ALWAYS AS (CASE WHEN paused THEN timestamptz '9999-12-31 00:00:00+00' ELSE due_at END) STORED;

      CREATE FUNCTION keep_applicant_of_task() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        NEW.applicant_ref := (SELECT applicant_ref FROM case_file WHERE dossier_id = NEW.dossier_id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER applicant_of_task BEFORE INSERT ON task FOR EACH ROW WHEN (NEW.applicant_ref IS NULL)
        EXECUTE FUNCTION keep_applicant_of_task();

      DROP INDEX task_of_holder, task_waiting, task_of_agency, task_of_all;
      CREATE INDEX task_list ON task (list_at, id) WHERE state = 'open';
      CREATE INDEX task_list_of_agency ON task (agency, list_at, id) WHERE state = 'open';
      CREATE INDEX task_list_of_agency_at_step ON task (agency, step, list_at, id) WHERE state = 'open';
      CREATE INDEX task_list_of_agency_for_procedure ON task (agency, procedure_code, list_at, id) WHERE state = 'open';
      CREATE INDEX task_list_of_agency_by_age ON task (agency, opened_at, id) WHERE state = 'open';
      CREATE INDEX task_list_of_applicant ON task (applicant_ref, agency, list_at, id) WHERE state = 'open';
      CREATE INDEX task_list_waiting ON task (agency, role, list_at, id) WHERE state = 'open' AND holder_subject IS NULL;
      CREATE INDEX task_list_waiting_at_step ON task (agency, role, step, list_at, id)
        WHERE state = 'open' AND holder_subject IS NULL;
      CREATE INDEX task_list_waiting_for_procedure ON task (agency, role, procedure_code, list_at, id)
        WHERE state = 'open' AND holder_subject IS NULL;
      CREATE INDEX task_list_held ON task (holder_subject, list_at, id) WHERE state = 'open' AND holder_subject IS NOT NULL;
      CREATE INDEX task_list_held_in_agency ON task (agency, holder_subject, list_at, id)
        WHERE state = 'open' AND holder_subject IS NOT NULL;
      CREATE INDEX task_list_held_at_step ON task (holder_subject, step, list_at, id)
        WHERE state = 'open' AND holder_subject IS NOT NULL;
      CREATE INDEX task_list_held_for_procedure ON task (holder_subject, procedure_code, list_at, id)
        WHERE state = 'open' AND holder_subject IS NOT NULL;
      -- What an officer ended in a period.
      CREATE INDEX task_done_by ON task (holder_subject, closed_at) WHERE state = 'done';

      -- The procedures that tasks have been opened for, as a search finds them.
      CREATE TABLE listed_procedure (
        procedure_code text NOT NULL, name text NOT NULL,
        words tsvector NOT NULL, exact_words tsvector NOT NULL,
        PRIMARY KEY (procedure_code, name)
      );
      CREATE INDEX listed_procedure_words ON listed_procedure USING gin (words);
    `);
    const known = (await runner.query('SELECT DISTINCT procedure_code, procedure_name FROM task')) as {
      procedure_code: string;
      procedure_name: string;
    }[];
    await listProcedures(
      { query: (statement) => runner.query(String(statement), [...(statement as Sql).values]) },
      known.map(({ procedure_code: code, procedure_name: name }) => ({ code, name })),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE listed_procedure;
      DROP TRIGGER applicant_of_task ON task;
      DROP FUNCTION keep_applicant_of_task();
      ALTER TABLE task DROP COLUMN list_at, DROP COLUMN applicant_ref;
      DROP INDEX task_list_of_agency_by_age, task_done_by;
      CREATE INDEX task_of_holder ON task (holder_subject, due_at, id) WHERE state = 'open';
      CREATE INDEX task_waiting ON task (agency, role, due_at, id) WHERE state = 'open' AND holder_subject IS NULL;
      CREATE INDEX task_of_agency ON task (agency, due_at, id) WHERE state = 'open';
      CREATE INDEX task_of_all ON task (due_at, id) WHERE state = 'open';
    `);
  }
}
