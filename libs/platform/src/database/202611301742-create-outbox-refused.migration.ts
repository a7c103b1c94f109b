import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Events that the broker refuses, such as one larger than it takes: their aggregates wait, and no other does. */
export class RefusedEvents1796060520000 implements MigrationInterface {
  readonly name = 'RefusedEvents1796060520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_refused (
        topic text NOT NULL, key text NOT NULL,
        event_id uuid NOT NULL,
        reason text NOT NULL,
        refused_at timestamptz NOT NULL DEFAULT now(),
        retry_at timestamptz NOT NULL,
        PRIMARY KEY (topic, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_refused');
  }
}
