import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['figure_change', 'own_figure', 'figure'];

/** Where figures are there already, they are built anew from the archive (docs/replay.md) to hold this one too. */
export class CountDossiersOnline1796108400000 implements MigrationInterface {
  readonly name = 'CountDossiersOnline1796108400000';

  // A new schema has it from the first migration on, which makes a column of each measure.
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS online_with_result bigint NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`ALTER TABLE ${table} DROP COLUMN online_with_result`);
  }
}
