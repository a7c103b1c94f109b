import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agencies that are consulted have a task on the case beside the one that holds it, and see the dossier as long as they have
 * (R23). An older release goes on working here: it leaves the new column empty.
 */
export class TaskAgencies1700000100103 implements MigrationInterface {
  readonly name = 'TaskAgencies1700000100103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dossier ADD COLUMN task_agencies text[] NOT NULL DEFAULT '{}'`);
    await runner.query(WITH_TASKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(WITHOUT_TASKS);
    await runner.query('ALTER TABLE dossier DROP COLUMN task_agencies');
  }
}

const WITH_TASKS = `
  CREATE OR REPLACE FUNCTION keep_dossier_readers() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF (OLD.submitted_by, OLD.receiving_agency, OLD.competent_agency, OLD.holder_agency, OLD.task_agencies) IS DISTINCT FROM
        (NEW.submitted_by, NEW.receiving_agency, NEW.competent_agency, NEW.holder_agency, NEW.task_agencies) THEN
        DELETE FROM dossier_reader WHERE dossier_id = NEW.id;
      ELSIF NEW.status = OLD.status AND NEW.listed_at = OLD.listed_at THEN
        RETURN NULL;
      END IF;
    END IF;
    INSERT INTO dossier_reader (reader, dossier_id, listed_at, status)
    SELECT 'subject:' || NEW.submitted_by, NEW.id, NEW.listed_at, NEW.status
    UNION
    SELECT above, NEW.id, NEW.listed_at, NEW.status FROM agency_copy a, unnest(a.ancestors) AS above
    WHERE NEW.status <> 'draft' AND a.code = ANY (ARRAY[NEW.receiving_agency, NEW.competent_agency, NEW.submission_agency, NEW.holder_agency] || NEW.task_agencies)
    ON CONFLICT (dossier_id, reader) DO UPDATE SET listed_at = excluded.listed_at, status = excluded.status;
    RETURN NULL;
  END $$;
  CREATE OR REPLACE FUNCTION keep_readers_of_moved_agency() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    DELETE FROM dossier_reader r USING dossier d
    WHERE r.dossier_id = d.id AND r.reader = ANY (OLD.ancestors) AND NOT r.reader = ANY (NEW.ancestors)
      AND NEW.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency] || d.task_agencies);
    INSERT INTO dossier_reader (reader, dossier_id, listed_at, status)
    SELECT above, d.id, d.listed_at, d.status
    FROM dossier d JOIN agency_copy a ON a.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency] || d.task_agencies), unnest(a.ancestors) AS above
    WHERE d.status <> 'draft' AND NEW.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency] || d.task_agencies)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
`;

const WITHOUT_TASKS = `
  CREATE OR REPLACE FUNCTION keep_dossier_readers() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF (OLD.submitted_by, OLD.receiving_agency, OLD.competent_agency, OLD.holder_agency) IS DISTINCT FROM
        (NEW.submitted_by, NEW.receiving_agency, NEW.competent_agency, NEW.holder_agency) THEN
        DELETE FROM dossier_reader WHERE dossier_id = NEW.id;
      ELSIF NEW.status = OLD.status AND NEW.listed_at = OLD.listed_at THEN
        RETURN NULL;
      END IF;
    END IF;
    INSERT INTO dossier_reader (reader, dossier_id, listed_at, status)
    SELECT 'subject:' || NEW.submitted_by, NEW.id, NEW.listed_at, NEW.status
    UNION
    SELECT above, NEW.id, NEW.listed_at, NEW.status FROM agency_copy a, unnest(a.ancestors) AS above
    WHERE NEW.status <> 'draft' AND a.code = ANY (ARRAY[NEW.receiving_agency, NEW.competent_agency, NEW.submission_agency, NEW.holder_agency])
    ON CONFLICT (dossier_id, reader) DO UPDATE SET listed_at = excluded.listed_at, status = excluded.status;
    RETURN NULL;
  END $$;
  CREATE OR REPLACE FUNCTION keep_readers_of_moved_agency() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
  BEGIN
    DELETE FROM dossier_reader r USING dossier d
    WHERE r.dossier_id = d.id AND r.reader = ANY (OLD.ancestors) AND NOT r.reader = ANY (NEW.ancestors)
      AND NEW.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency]);
    INSERT INTO dossier_reader (reader, dossier_id, listed_at, status)
    SELECT above, d.id, d.listed_at, d.status
    FROM dossier d JOIN agency_copy a ON a.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency]), unnest(a.ancestors) AS above
    WHERE d.status <> 'draft' AND NEW.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency])
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
`;
