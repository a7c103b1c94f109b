import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is still to be paid, which holds back the result: of what is due first, and of what is due before the return. */
export class AddOwedAmounts1796075700000 implements MigrationInterface {
  readonly name = 'AddOwedAmounts1796075700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE dossier ADD COLUMN owed_first int NOT NULL DEFAULT 0, ADD COLUMN owed_later int NOT NULL DEFAULT 0',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN owed_first, DROP COLUMN owed_later');
  }
}
