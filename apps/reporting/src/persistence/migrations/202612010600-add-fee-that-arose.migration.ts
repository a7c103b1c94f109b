import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddFeeThatArose1796104800000 implements MigrationInterface {
  readonly name = 'AddFeeThatArose1796104800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier ADD COLUMN fee_arose boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN fee_arose');
  }
}
