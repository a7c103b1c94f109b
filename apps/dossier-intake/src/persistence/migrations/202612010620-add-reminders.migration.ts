import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the applicant was reminded last, and how often, of a fee or of a result. */
export class AddReminders1796106000000 implements MigrationInterface {
  readonly name = 'AddReminders1796106000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN reminded_at timestamptz, ADD COLUMN reminders int NOT NULL DEFAULT 0;
      CREATE INDEX dossier_awaits_applicant ON dossier (GREATEST(status_since, reminded_at), id)
        WHERE status IN ('processed', 'paymentRequired')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN reminded_at, DROP COLUMN reminders');
  }
}
