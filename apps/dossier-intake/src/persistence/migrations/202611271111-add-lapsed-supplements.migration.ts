import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supplement requests of a case whose deadline has passed: intake says so to the case, once (R9). */
export class LapsedSupplements1700000100110 implements MigrationInterface {
  readonly name = 'LapsedSupplements1700000100110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When its deadline passed without an answer, or after nobody waited for one any more.
      ALTER TABLE supplement_request ADD COLUMN lapsed_at timestamptz;
      CREATE INDEX supplement_request_lapsing ON supplement_request (deadline_at, dossier_id)
        WHERE NOT before_acceptance AND given_at IS NULL AND lapsed_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE supplement_request DROP COLUMN lapsed_at');
  }
}
