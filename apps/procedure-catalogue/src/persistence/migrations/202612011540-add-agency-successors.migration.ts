import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which agencies took the place of one that is closed. */
export class AddAgencySuccessors1796142000000 implements MigrationInterface {
  readonly name = 'AddAgencySuccessors1796142000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE agency ADD COLUMN successors text[] NOT NULL DEFAULT '{}';
      CREATE INDEX agency_successors ON agency USING gin (successors) WHERE successors <> '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX agency_successors; ALTER TABLE agency DROP COLUMN successors');
  }
}
