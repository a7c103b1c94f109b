import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoteTables1700000000001 implements MigrationInterface {
  readonly name = 'NoteTables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE effect (
        n int GENERATED ALWAYS AS IDENTITY, key text NOT NULL, sequence int NOT NULL, line text NOT NULL, indexed boolean
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE effect');
  }
}
