import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LookAgainAtWhatWaits1764590400000 implements MigrationInterface {
  readonly name = 'LookAgainAtWhatWaits1764590400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The transaction that wrote down what the dossier waits for. What waits already may have been passed over: it is looked at.
      ALTER TABLE dossier ADD COLUMN waits_since xid8;
      UPDATE dossier SET due_at = clock_timestamp() WHERE waiting_for IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE dossier DROP COLUMN waits_since`);
  }
}
