import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTargets1796112000000 implements MigrationInterface {
  readonly name = 'CreateTargets1796112000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What an agency and all below it are to reach in a year: entered here, and told by no event.
      CREATE TABLE target (
        agency text COLLATE "C" NOT NULL, year int NOT NULL, figure text COLLATE "C" NOT NULL,
        share int NOT NULL CHECK (share BETWEEN 0 AND 10000), basis text, version int NOT NULL,
        PRIMARY KEY (year, agency, figure)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE target');
  }
}
