import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which result takes the place of which, by their numbers within the case. */
export class AddResultReplacement1796075400000 implements MigrationInterface {
  readonly name = 'AddResultReplacement1796075400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_result ADD COLUMN replaces int, ADD COLUMN replaced_by int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_result DROP COLUMN replaces, DROP COLUMN replaced_by');
  }
}
