import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a part in a dossier beside its applicant, by keyed hashes. */
export class AddParties1796110200000 implements MigrationInterface {
  readonly name = 'AddParties1796110200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account ADD COLUMN parties jsonb NOT NULL DEFAULT '[]', ADD COLUMN party_refs text[] NOT NULL DEFAULT '{}';
      CREATE INDEX account_party_refs ON account USING gin (party_refs) WHERE party_refs <> '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE account DROP COLUMN parties, DROP COLUMN party_refs');
  }
}
