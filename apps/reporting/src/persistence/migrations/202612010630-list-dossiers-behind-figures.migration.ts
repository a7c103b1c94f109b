import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListDossiersBehindFigures1796106600000 implements MigrationInterface {
  readonly name = 'ListDossiersBehindFigures1796106600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN paused_since timestamptz;
      DROP INDEX dossier_running;
      CREATE INDEX dossier_running ON dossier (competent_agency, accepted_at, slip_due_at, due_at)
        INCLUDE (procedure_code, channel, supplement_requests, supplement_open_since, paused_since)
        WHERE accepted_at IS NOT NULL AND processed_at IS NULL AND returned_at IS NULL AND stopped_at IS NULL
          AND withdrawn_at IS NULL;
      -- The dossiers behind a figure, along the instant that it is about; what has ended is written once more only.
      DROP INDEX dossier_accepted;
      CREATE INDEX dossier_accepted ON dossier (competent_agency, accepted_at, dossier_id) WHERE accepted_at IS NOT NULL;
      CREATE INDEX dossier_processed ON dossier (competent_agency, processed_at, dossier_id) WHERE processed_at IS NOT NULL;
      CREATE INDEX dossier_due ON dossier (competent_agency, due_at, dossier_id) WHERE processed_at IS NOT NULL;
      CREATE INDEX dossier_stopped ON dossier (competent_agency, stopped_at, dossier_id) WHERE stopped_at IS NOT NULL;
      CREATE INDEX dossier_withdrawn ON dossier (competent_agency, withdrawn_at, dossier_id) WHERE withdrawn_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX dossier_withdrawn, dossier_stopped, dossier_due, dossier_processed, dossier_accepted;
      CREATE INDEX dossier_accepted ON dossier (competent_agency, accepted_at DESC, dossier_id) WHERE accepted_at IS NOT NULL;
      DROP INDEX dossier_running;
      ALTER TABLE dossier DROP COLUMN paused_since;
      CREATE INDEX dossier_running ON dossier (competent_agency, accepted_at, slip_due_at, due_at)
        INCLUDE (procedure_code, channel, supplement_requests, supplement_open_since)
        WHERE accepted_at IS NOT NULL AND processed_at IS NULL AND returned_at IS NULL AND stopped_at IS NULL
          AND withdrawn_at IS NULL;
    `);
  }
}
