import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Procedures that are applied for together (liên thông). */
export class CreateProcedureGroups1796140800000 implements MigrationInterface {
  readonly name = 'CreateProcedureGroups1796140800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE procedure_group (
        code text COLLATE "C" PRIMARY KEY, name text NOT NULL, legal_basis text NOT NULL, active boolean NOT NULL,
        steps jsonb NOT NULL, revision int NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE procedure_group');
  }
}
