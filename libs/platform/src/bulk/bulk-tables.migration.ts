import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers asked to be done to many at once, and what became of each. For the services that have bulk actions. */
export class BulkTables1700000000122 implements MigrationInterface {
  readonly name = 'BulkTables1700000000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_action (
        id uuid PRIMARY KEY,
        action text NOT NULL, parameters jsonb NOT NULL, dry_run boolean NOT NULL,
        preview uuid REFERENCES bulk_action,
        -- Who asked, with what the token allowed then: the token itself is not kept.
        actor jsonb NOT NULL, requested_by text NOT NULL, correlation_id text,
        requested_at timestamptz NOT NULL, total int NOT NULL, finished_at timestamptz
      );
      CREATE INDEX bulk_action_unfinished ON bulk_action (requested_at, id) WHERE finished_at IS NULL;

      CREATE TABLE bulk_item (
        action_id uuid NOT NULL REFERENCES bulk_action, n int NOT NULL,
        target uuid NOT NULL, version int NOT NULL,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused', 'failed')),
        result jsonb, settled_at timestamptz,
        PRIMARY KEY (action_id, n), UNIQUE (action_id, target)
      );
      CREATE INDEX bulk_item_waiting ON bulk_item (action_id, n) WHERE state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_item, bulk_action');
  }
}
