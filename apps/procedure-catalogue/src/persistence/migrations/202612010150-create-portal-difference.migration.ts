import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePortalDifference1796089800000 implements MigrationInterface {
  readonly name = 'CreatePortalDifference1796089800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the national portal said last of a procedure, how that differs from ours, and what was decided about it.
      CREATE TABLE portal_difference (
        procedure text COLLATE "C" PRIMARY KEY, portal_revision int NOT NULL, name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('new', 'changed', 'gone')),
        state text NOT NULL CHECK (state IN ('open', 'taken', 'dismissed', 'settled')),
        item jsonb NOT NULL, content_hash text NOT NULL, fields jsonb NOT NULL, faults jsonb NOT NULL,
        since timestamptz NOT NULL, draft_version int, decided_by text, decided_at timestamptz, reason text, revision int NOT NULL,
        CHECK ((state IN ('taken', 'dismissed')) = (decided_at IS NOT NULL))
      );
      CREATE INDEX portal_difference_state ON portal_difference (state, since, procedure);
      CREATE INDEX portal_difference_open ON portal_difference (procedure) WHERE state = 'open';
      CREATE INDEX portal_difference_since ON portal_difference (since, procedure);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE portal_difference');
  }
}
