import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For which agencies officers act, as the register of the workflow says. */
export class CreateOfficerCopy1796091000000 implements MigrationInterface {
  readonly name = 'CreateOfficerCopy1796091000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE officer_copy (
        subject text PRIMARY KEY, agencies text[] NOT NULL, roles text[] NOT NULL,
        -- First day away, and first day back.
        absent_from date, absent_until date,
        deputy text, revision int NOT NULL
      );
      CREATE INDEX officer_copy_deputy ON officer_copy (deputy) WHERE deputy IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE officer_copy');
  }
}
