import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bags that go from one office to another, such as the post: what the manifest says, and what was counted. */
export class CreateBags1796107500000 implements MigrationInterface {
  readonly name = 'CreateBags1796107500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bag (
        id uuid PRIMARY KEY, version int NOT NULL, status text NOT NULL, from_agency text NOT NULL, to_agency text NOT NULL,
        seal text, items jsonb NOT NULL, made_at timestamptz NOT NULL, made_by jsonb NOT NULL,
        handed_over_at timestamptz, handed_over_by jsonb, counted_at timestamptz, counted_by jsonb, differences jsonb
      );
      CREATE INDEX bag_from ON bag (from_agency, id DESC);
      CREATE INDEX bag_to ON bag (to_agency, id DESC);
      CREATE INDEX bag_under_way ON bag (from_agency) WHERE status <> 'counted'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bag');
  }
}
