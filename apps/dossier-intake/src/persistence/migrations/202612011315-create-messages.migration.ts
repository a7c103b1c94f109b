import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What applicant and office write to each other about a dossier. */
export class CreateMessages1796130900000 implements MigrationInterface {
  readonly name = 'CreateMessages1796130900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE dossier_message (
        dossier_id uuid NOT NULL REFERENCES dossier, number int NOT NULL, sent_at timestamptz NOT NULL,
        from_applicant boolean NOT NULL,
        -- The officer, where an office writes.
        officer jsonb,
        sealed text NOT NULL,
        PRIMARY KEY (dossier_id, number)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dossier_message');
  }
}
