import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a command answered may name people: it is kept sealed from now on, and what lies there in the clear is removed; of
 * those keys the status and the headers stay. An older release beside this one still writes `body`, which the sweep empties.
 */
export class SealKeptAnswers1700000000150 implements MigrationInterface {
  readonly name = 'SealKeptAnswers1700000000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotency ADD COLUMN sealed bytea, ADD COLUMN lasting boolean NOT NULL DEFAULT false;
      UPDATE idempotency SET body = NULL WHERE body IS NOT NULL;
      CREATE INDEX idempotency_created ON idempotency USING brin (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idempotency DROP COLUMN sealed, DROP COLUMN lasting');
  }
}
