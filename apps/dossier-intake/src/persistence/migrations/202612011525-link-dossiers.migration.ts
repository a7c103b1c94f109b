import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dossiers that are submitted together (liên thông), and the groups of the catalogue that say which may be. */
export class LinkDossiers1796141100000 implements MigrationInterface {
  readonly name = 'LinkDossiers1796141100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE procedure_group_copy (code text PRIMARY KEY, revision int NOT NULL, content jsonb NOT NULL);
      ALTER TABLE dossier ADD link jsonb, ADD waits_for uuid[] NOT NULL DEFAULT '{}';
      CREATE INDEX dossier_linked ON dossier ((link->>'id')) WHERE link IS NOT NULL;
      CREATE INDEX dossier_waits_for ON dossier USING gin (waits_for) WHERE waits_for <> '{}';

      -- What waited for a linked dossier is on the desk from when the result came, not from its submission.
      CREATE OR REPLACE FUNCTION keep_reception_runs() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF OLD.status = 'registered' AND OLD.reception_due_at IS NOT NULL THEN
          UPDATE reception_run SET ended_at = NEW.status_since, ended_by = NEW.status
          WHERE dossier_id = NEW.id AND ended_at IS NULL;
        END IF;
        IF NEW.status = 'registered' AND NEW.reception_due_at IS NOT NULL THEN
          INSERT INTO reception_run (dossier_id, n, after_status, started_at, due_at)
          SELECT NEW.id, count(*) + 1, OLD.status,
            CASE WHEN OLD.status = 'registered' THEN NEW.listed_at ELSE NEW.status_since END, NEW.reception_due_at
          FROM reception_run WHERE dossier_id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX dossier_waits_for; DROP INDEX dossier_linked;
      ALTER TABLE dossier DROP link, DROP waits_for;
      DROP TABLE procedure_group_copy`);
  }
}
