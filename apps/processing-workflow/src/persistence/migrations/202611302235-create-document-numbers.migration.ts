import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of document numbers: each once for an agency and a year, in the agency's own form. */
export class CreateDocumentNumbers1796078100000 implements MigrationInterface {
  readonly name = 'CreateDocumentNumbers1796078100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE document_forms (agency text PRIMARY KEY, version int NOT NULL, forms jsonb NOT NULL);
      CREATE TABLE document_number (
        agency text NOT NULL, year int NOT NULL, number text NOT NULL,
        -- Null where it was typed in another form.
        form text, sequence int,
        dossier_id uuid NOT NULL REFERENCES case_file, reserved_at timestamptz NOT NULL,
        PRIMARY KEY (agency, year, number)
      );
      CREATE INDEX document_number_sequence ON document_number (agency, year, form, sequence);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document_number, document_forms');
  }
}
