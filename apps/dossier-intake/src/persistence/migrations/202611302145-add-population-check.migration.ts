import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddPopulationCheck1764539100000 implements MigrationInterface {
  readonly name = 'AddPopulationCheck1764539100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier ADD COLUMN population_check jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN population_check');
  }
}
