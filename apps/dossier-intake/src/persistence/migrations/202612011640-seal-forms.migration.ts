import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms that a release from before keeps in clear, for the sweep that seals them. */
export class SealForms1796143200000 implements MigrationInterface {
  readonly name = 'SealForms1796143200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX dossier_form_in_clear ON dossier (created_at, id) WHERE jsonb_typeof(form_data) = 'object' AND form_data <> '{}'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX dossier_form_in_clear');
  }
}
