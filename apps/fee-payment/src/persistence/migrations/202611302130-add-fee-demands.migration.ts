import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fee may arise after the submission. */
export class AddFeeDemands1764538200000 implements MigrationInterface {
  readonly name = 'AddFeeDemands1764538200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account ADD COLUMN demanded_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP COLUMN demanded_at');
  }
}
