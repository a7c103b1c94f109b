import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an officer asked another agency beyond the process. */
export class AddQuestions1796088600000 implements MigrationInterface {
  readonly name = 'AddQuestions1796088600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task ADD COLUMN question text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE task DROP COLUMN question');
  }
}
