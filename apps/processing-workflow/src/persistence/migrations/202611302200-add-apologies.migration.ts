import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Apologies1796076000000 implements MigrationInterface {
  readonly name = 'Apologies1796076000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE case_file ADD COLUMN apologies jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_file DROP COLUMN apologies');
  }
}
