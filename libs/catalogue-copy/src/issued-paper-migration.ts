import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers as they were issued. A service that issues some lists this migration. */
export class IssuedPapers1796077800000 implements MigrationInterface {
  readonly name = 'IssuedPapers1796077800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE issued_paper (
        -- What the paper is about, and which of its forms; further ones of a form have numbers.
        about uuid NOT NULL, form text NOT NULL, n int NOT NULL,
        -- A correction issues the same paper again.
        edition int NOT NULL,
        issued_at timestamptz NOT NULL,
        -- The agency as it was called then.
        issuer jsonb NOT NULL,
        -- Sealed bytes of the PDF, once it was printed.
        pdf bytea,
        PRIMARY KEY (about, form, n, edition)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE issued_paper');
  }
}
