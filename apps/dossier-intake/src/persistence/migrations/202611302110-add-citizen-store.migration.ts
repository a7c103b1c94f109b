import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddCitizenStore1796073000000 implements MigrationInterface {
  readonly name = 'AddCitizenStore1796073000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier_file ADD COLUMN from_citizen_store boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier_file DROP COLUMN from_citizen_store');
  }
}
