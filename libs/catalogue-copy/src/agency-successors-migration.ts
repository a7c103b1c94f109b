import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which agencies took the place of one that is closed. */
export class AgencySuccessors1796142000000 implements MigrationInterface {
  readonly name = 'AgencySuccessors1796142000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE agency_copy ADD COLUMN successors text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agency_copy DROP COLUMN successors');
  }
}
