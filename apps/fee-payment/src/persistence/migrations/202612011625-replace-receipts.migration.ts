import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A receipt may stand in the place of another, and name another payer than the applicant, sealed. */
export class ReplaceReceipts1796142300000 implements MigrationInterface {
  readonly name = 'ReplaceReceipts1796142300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt ADD COLUMN replaces uuid UNIQUE REFERENCES receipt, ADD COLUMN replaced_by uuid REFERENCES receipt DEFERRABLE INITIALLY DEFERRED,
        ADD COLUMN replaces_because text, ADD COLUMN settled_at timestamptz,
        ADD CHECK ((replaces IS NULL) = (replaces_because IS NULL)), ADD CHECK (replaced_by IS NULL OR voided_at IS NOT NULL);
      UPDATE receipt SET settled_at = issued_at;
      ALTER TABLE receipt ALTER COLUMN settled_at SET NOT NULL;
      -- Without a key once the persons of the dossier were erased.
      CREATE TABLE receipt_payer (receipt_id uuid PRIMARY KEY REFERENCES receipt, dossier_id uuid NOT NULL, sealed text, wrapped_key text);
      CREATE INDEX receipt_payer_of_dossier ON receipt_payer (dossier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE receipt_payer;
      ALTER TABLE receipt DROP COLUMN settled_at, DROP COLUMN replaces_because, DROP COLUMN replaced_by, DROP COLUMN replaces;
    `);
  }
}
