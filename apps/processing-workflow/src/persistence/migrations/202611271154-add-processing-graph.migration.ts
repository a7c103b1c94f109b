import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the processing graph keeps beside the cases: when the next silence of a consulted agency counts as an answer; the
 * terms that step terms are compared with; and who may sign for which agency. Leaders who are registered already keep what
 * they could do before: they may sign for their own agencies.
 */
export class ProcessingGraph1700000000101 implements MigrationInterface {
  readonly name = 'ProcessingGraph1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file ADD COLUMN consultation_expires_at timestamptz;
      CREATE INDEX case_file_consultation_expires ON case_file (consultation_expires_at)
        WHERE consultation_expires_at IS NOT NULL;

      -- The terms of every variant of an announced version, as the catalogue told them.
      CREATE TABLE procedure_terms (
        code text NOT NULL, version int NOT NULL, field text NOT NULL, terms jsonb NOT NULL, PRIMARY KEY (code, version)
      );
      CREATE TABLE term_policy (
        code text PRIMARY KEY, revision int NOT NULL, basis_points int NOT NULL,
        valid_from date NOT NULL, valid_to date, fields text[], procedures text[]
      );

      ALTER TABLE officer ADD COLUMN signing jsonb NOT NULL DEFAULT '[]';
      UPDATE officer SET signing = (
        SELECT jsonb_agg(jsonb_build_object('agency', agency, 'results', NULL)) FROM unnest(agencies) AS agency
      ) WHERE 'leader' = ANY (roles) AND cardinality(agencies) > 0;
      CREATE INDEX officer_signing ON officer USING gin (signing jsonb_path_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE term_policy, procedure_terms;
      ALTER TABLE officer DROP COLUMN signing;
      ALTER TABLE case_file DROP COLUMN consultation_expires_at;
    `);
  }
}
