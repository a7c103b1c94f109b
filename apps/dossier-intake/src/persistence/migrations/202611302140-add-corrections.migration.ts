import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddCorrections1796074800000 implements MigrationInterface {
  readonly name = 'AddCorrections1796074800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN corrections int NOT NULL DEFAULT 0;
      -- What was corrected after the submission; former and new values, reason and who asked lie sealed.
      CREATE TABLE dossier_correction (
        dossier_id uuid REFERENCES dossier, number int, corrected_at timestamptz NOT NULL, corrected_by jsonb NOT NULL,
        fields text[] NOT NULL, sealed text NOT NULL,
        PRIMARY KEY (dossier_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier_correction; ALTER TABLE dossier DROP COLUMN corrections');
  }
}
