import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every run of the 8 working hours of R6: from the submission, from the payment where the fee is due first, from the completed
 * supplement. Kept by the database itself, like who sees a dossier, so that no move can forget it and no submission waits
 * for one more statement.
 */
export class ReceptionRuns1700000100111 implements MigrationInterface {
  readonly name = 'ReceptionRuns1700000100111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reception_run (
        dossier_id uuid NOT NULL REFERENCES dossier, n int NOT NULL,
        -- Where the dossier came from: draft, paymentRequired or supplementRequired.
        after_status text NOT NULL,
        started_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
        -- The status that ended it.
        ended_at timestamptz, ended_by text,
        overdue_at timestamptz,
        PRIMARY KEY (dossier_id, n)
      );
      -- What came late is late too, where it came before anybody looked.
      CREATE INDEX reception_run_due ON reception_run (due_at, dossier_id)
        WHERE overdue_at IS NULL AND (ended_at IS NULL OR ended_at > due_at);

      CREATE FUNCTION keep_reception_runs() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF OLD.status = 'registered' AND OLD.reception_due_at IS NOT NULL THEN
          UPDATE reception_run SET ended_at = NEW.status_since, ended_by = NEW.status
          WHERE dossier_id = NEW.id AND ended_at IS NULL;
        END IF;
        IF NEW.status = 'registered' AND NEW.reception_due_at IS NOT NULL THEN
          INSERT INTO reception_run (dossier_id, n, after_status, started_at, due_at)
          SELECT NEW.id, count(*) + 1, OLD.status, NEW.status_since, NEW.reception_due_at
          FROM reception_run WHERE dossier_id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER reception_runs AFTER UPDATE ON dossier FOR EACH ROW
        WHEN ((OLD.status, OLD.reception_due_at) IS DISTINCT FROM (NEW.status, NEW.reception_due_at)
          AND 'registered' IN (OLD.status, NEW.status))
        EXECUTE FUNCTION keep_reception_runs();
      -- Dossiers that wait while this is released.
      INSERT INTO reception_run (dossier_id, n, after_status, started_at, due_at)
      SELECT id, 1, 'draft', status_since, reception_due_at FROM dossier
      WHERE status = 'registered' AND reception_due_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER reception_runs ON dossier; DROP FUNCTION keep_reception_runs(); DROP TABLE reception_run`);
  }
}
