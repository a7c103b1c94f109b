import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an office received on paper, as form 01 prints it. */
export class AddReceivedPapers1796104800000 implements MigrationInterface {
  readonly name = 'AddReceivedPapers1796104800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier ADD COLUMN received jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN received');
  }
}
