import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands in for an officer who is away, and on whose behalf a task is held. */
export class Deputies1700000000121 implements MigrationInterface {
  readonly name = 'Deputies1700000000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE officer ADD COLUMN deputy text;
      CREATE INDEX officer_deputy ON officer (deputy) WHERE deputy IS NOT NULL;
      ALTER TABLE task ADD COLUMN on_behalf_of_subject text, ADD COLUMN on_behalf_of_name text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE task DROP COLUMN on_behalf_of_subject, DROP COLUMN on_behalf_of_name;
      ALTER TABLE officer DROP COLUMN deputy;
    `);
  }
}
