import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is here of what is owed and settles nothing yet. `stored_paper` holds results back by what the dossier owes: with
 * what was demanded in the course of it, less what is here.
 */
export class AddPartPaid1796140800000 implements MigrationInterface {
  readonly name = 'AddPartPaid1796140800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier ADD COLUMN part_paid bigint NOT NULL DEFAULT 0');
    await runner.query(
      view(`greatest(0, d.unpaid_before_acceptance + d.unpaid_before_return + CASE WHEN d.fee_demand->>'paidAt' IS NULL
        THEN coalesce((SELECT sum((line->>'net')::bigint) FROM jsonb_array_elements(d.fee_demand->'lines') AS line), 0) ELSE 0 END
        - d.part_paid)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(view('d.unpaid_before_acceptance + d.unpaid_before_return'));
    await runner.query('ALTER TABLE dossier DROP COLUMN part_paid');
  }
}

const view = (owed: string): string => `
  DROP VIEW stored_paper;
  CREATE VIEW stored_paper AS
    SELECT i.id, i.applicant_ref, i.kind, i.dossier_id, i.code, i.name, i.number, i.issued_at, i.sha256, i.size, i.media_type,
      i.file_name, i.source_id, coalesce(s.decision, i.decision) AS decision, least(i.valid_until, s.valid_until) AS valid_until,
      coalesce(i.revoked_at, s.revoked_at) AS revoked_at, coalesce(i.revoked_reason, s.revoked_reason) AS revoked_reason,
      CASE WHEN coalesce(s.kind, i.kind) = 'result' THEN ${owed} ELSE 0 END::bigint AS owed,
      coalesce(i.replaced_by, s.replaced_by) AS replaced_by
    FROM store_item i LEFT JOIN store_item s ON s.id = i.source_id JOIN dossier d ON d.id = coalesce(s.dossier_id, i.dossier_id)`;
