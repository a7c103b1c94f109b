import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bags carry papers as well as results, may come back, and say where the papers of a dossier are. */
export class CarryPapers1796150400000 implements MigrationInterface {
  readonly name = 'CarryPapers1796150400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bag
        ADD n int, ADD contents text NOT NULL DEFAULT 'results', ADD to_post_office boolean NOT NULL DEFAULT false,
        ADD taken_over_by text, ADD coming_back jsonb, ADD settled jsonb NOT NULL DEFAULT '[]';
      UPDATE bag b SET n = o.n FROM (SELECT id, row_number() OVER (PARTITION BY from_agency ORDER BY id) AS n FROM bag) o WHERE o.id = b.id;
      ALTER TABLE bag ALTER n SET NOT NULL;
      CREATE UNIQUE INDEX bag_number ON bag (from_agency, n);
      -- Of dossiers whose papers were in a bag; the others' lie where they were received.
      CREATE TABLE paper_place (
        dossier_id uuid PRIMARY KEY REFERENCES dossier ON DELETE CASCADE,
        state text NOT NULL, agency text NOT NULL, bag uuid NOT NULL, since timestamptz NOT NULL
      );
      CREATE INDEX paper_place_bag ON paper_place (bag)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE paper_place;
      ALTER TABLE bag DROP n, DROP contents, DROP to_post_office, DROP taken_over_by, DROP coming_back, DROP settled`);
  }
}
