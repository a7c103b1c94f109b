import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Recalls1764538200000 implements MigrationInterface {
  readonly name = 'Recalls1764538200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who sent the case to a task, and the agency that handed it over: they recall it.
      ALTER TABLE task ADD COLUMN sent_by_subject text, ADD COLUMN sent_by_name text, ADD COLUMN handed_over_from text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE task DROP COLUMN sent_by_subject, DROP COLUMN sent_by_name, DROP COLUMN handed_over_from',
    );
  }
}
