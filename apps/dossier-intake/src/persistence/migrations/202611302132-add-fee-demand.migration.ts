import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fee that arose after the submission. */
export class AddFeeDemand1764538320000 implements MigrationInterface {
  readonly name = 'AddFeeDemand1764538320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier ADD COLUMN fee_demand jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN fee_demand');
  }
}
