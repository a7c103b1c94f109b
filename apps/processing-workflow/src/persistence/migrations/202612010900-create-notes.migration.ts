import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers write into a case, with files. */
export class CreateNotes1796115600000 implements MigrationInterface {
  readonly name = 'CreateNotes1796115600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_note (
        dossier_id uuid NOT NULL REFERENCES case_file, n int NOT NULL, written_at timestamptz NOT NULL,
        officer_subject text NOT NULL, officer_name text NOT NULL, agency text, corrects int, sealed text NOT NULL,
        PRIMARY KEY (dossier_id, n),
        -- A note is corrected once.
        UNIQUE (dossier_id, corrects)
      )`);
    await runner.query(`
      CREATE TABLE case_note_file (
        dossier_id uuid NOT NULL, note int NOT NULL, n int NOT NULL, added_at timestamptz NOT NULL,
        sha256 text NOT NULL, size bigint NOT NULL, media_type text NOT NULL, sealed_name text NOT NULL,
        PRIMARY KEY (dossier_id, note, n),
        FOREIGN KEY (dossier_id, note) REFERENCES case_note
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_note_file');
    await runner.query('DROP TABLE case_note');
  }
}
