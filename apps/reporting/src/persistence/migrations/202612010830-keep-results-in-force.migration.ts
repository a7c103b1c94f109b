import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where dossiers are there already, they are built anew from the archive (docs/replay.md) to hold their results. */
export class KeepResultsInForce1796113800000 implements MigrationInterface {
  readonly name = 'KeepResultsInForce1796113800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier DROP COLUMN electronic_result, ADD COLUMN results_in_force text[] NOT NULL DEFAULT '{}'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier DROP COLUMN results_in_force, ADD COLUMN electronic_result boolean NOT NULL DEFAULT false
    `);
  }
}
