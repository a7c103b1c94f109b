import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a tariff and a policy said before stays readable. What the history knows of earlier states is taken from there. */
export class KeepRevisions1796144400000 implements MigrationInterface {
  readonly name = 'KeepRevisions1796144400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tariff_revision (
        procedure text COLLATE "C" REFERENCES procedure, revision int, lines jsonb NOT NULL,
        reason text, set_by text NOT NULL, set_at timestamptz NOT NULL,
        PRIMARY KEY (procedure, revision)
      );
      CREATE TABLE policy_revision (
        policy text COLLATE "C" REFERENCES policy, revision int, content jsonb NOT NULL,
        reason text, set_by text NOT NULL, set_at timestamptz NOT NULL,
        PRIMARY KEY (policy, revision)
      );
      INSERT INTO tariff_revision (procedure, revision, lines, set_by, set_at)
        SELECT substr(aggregate, length('tariff/') + 1), (detail->>'revision')::int, detail->'lines', actor, at
        FROM history WHERE aggregate LIKE 'tariff/%';
      INSERT INTO policy_revision (policy, revision, content, set_by, set_at)
        SELECT substr(aggregate, length('policy/') + 1), (detail->>'revision')::int, detail, actor, at
        FROM history WHERE aggregate LIKE 'policy/%';
      CREATE FUNCTION revision_stands() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'a revision is never changed: set the next one'; END $$;
      CREATE TRIGGER tariff_revision_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON tariff_revision
        FOR EACH STATEMENT EXECUTE FUNCTION revision_stands();
      CREATE TRIGGER policy_revision_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON policy_revision
        FOR EACH STATEMENT EXECUTE FUNCTION revision_stands();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE policy_revision, tariff_revision; DROP FUNCTION revision_stands()');
  }
}
