import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number of the bank or the platform is looked up when it is said again. */
export class IndexConfirmationsByNumber1700000000040 implements MigrationInterface {
  readonly name = 'IndexConfirmationsByNumber1700000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX confirmation_transaction ON confirmation (transaction) WHERE transaction IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX confirmation_transaction');
  }
}
