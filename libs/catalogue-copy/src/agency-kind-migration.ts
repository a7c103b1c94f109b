import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The copy says which agencies are post offices. */
export class AddKindOfAgencyCopy1796149860000 implements MigrationInterface {
  readonly name = 'AddKindOfAgencyCopy1796149860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE agency_copy ADD kind text NOT NULL DEFAULT 'administrative'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agency_copy DROP kind');
  }
}
