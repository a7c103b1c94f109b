import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts by when they were last worked on. */
export class EndDrafts1796141400000 implements MigrationInterface {
  readonly name = 'EndDrafts1796141400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX dossier_draft_unused ON dossier (status_since, id) WHERE status = 'draft'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX dossier_draft_unused');
  }
}
