import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other bodies collect because of a dossier, as it was passed on. */
export class AddOtherDues1796166600000 implements MigrationInterface {
  readonly name = 'AddOtherDues1796166600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dossier ADD COLUMN other_dues jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN other_dues');
  }
}
