import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  i.id, i.applicant_ref, i.kind, i.dossier_id, i.code, i.name, i.number, i.issued_at, i.sha256, i.size, i.media_type,
  i.file_name, i.source_id, coalesce(s.decision, i.decision) AS decision, least(i.valid_until, s.valid_until) AS valid_until,
  coalesce(i.revoked_at, s.revoked_at) AS revoked_at, coalesce(i.revoked_reason, s.revoked_reason) AS revoked_reason,
  CASE WHEN coalesce(s.kind, i.kind) = 'result' THEN greatest(0, d.unpaid_before_acceptance + d.unpaid_before_return
    + CASE WHEN d.fee_demand->>'paidAt' IS NULL
      THEN coalesce((SELECT sum((line->>'net')::bigint) FROM jsonb_array_elements(d.fee_demand->'lines') AS line), 0) ELSE 0 END
    - d.part_paid) ELSE 0 END::bigint AS owed,
  coalesce(i.replaced_by, s.replaced_by) AS replaced_by`;
const FROM = `
  FROM store_item i LEFT JOIN store_item s ON s.id = i.source_id JOIN dossier d ON d.id = coalesce(s.dossier_id, i.dossier_id)`;

/** The signature of a result that is no PDF, in a file of its own. */
export class AddStoreSignatures1796141700000 implements MigrationInterface {
  readonly name = 'AddStoreSignatures1796141700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE store_item ADD COLUMN signature jsonb;
      CREATE OR REPLACE VIEW stored_paper AS SELECT ${COLUMNS}, i.signature ${FROM}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW stored_paper;
      ALTER TABLE store_item DROP COLUMN signature;
      CREATE VIEW stored_paper AS SELECT ${COLUMNS} ${FROM}`);
  }
}
