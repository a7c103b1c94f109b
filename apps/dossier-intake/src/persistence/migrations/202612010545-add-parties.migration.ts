import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a part in a dossier beside its applicant, sealed, and the keyed hashes by which it is found. */
export class AddParties1796103900000 implements MigrationInterface {
  readonly name = 'AddParties1796103900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN parties jsonb NOT NULL DEFAULT '[]', ADD COLUMN party_refs text[] NOT NULL DEFAULT '{}';
      CREATE INDEX dossier_party_refs ON dossier USING gin (party_refs) WHERE party_refs <> '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN parties, DROP COLUMN party_refs');
  }
}
