import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OfficeRequests1764537300000 implements MigrationInterface {
  readonly name = 'OfficeRequests1764537300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an office did on the citizen's behalf: who asked (sealed), and the signed request, a file of the dossier.
      ALTER TABLE dossier ADD COLUMN office_requests jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN office_requests');
  }
}
