import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supplements that come in parts, and those that an officer takes as enough. */
export class AddSupplementParts1796129400000 implements MigrationInterface {
  readonly name = 'AddSupplementParts1796129400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supplement_request ADD COLUMN parts jsonb NOT NULL DEFAULT '[]', ADD COLUMN enough_reason text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE supplement_request DROP COLUMN parts, DROP COLUMN enough_reason');
  }
}
