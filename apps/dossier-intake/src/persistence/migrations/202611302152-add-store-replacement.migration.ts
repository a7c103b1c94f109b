import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which result took the place of one that was revoked, by the number of its document. */
export class AddStoreReplacement1796075520000 implements MigrationInterface {
  readonly name = 'AddStoreReplacement1796075520000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE store_item ADD COLUMN replaced_by text;
      CREATE OR REPLACE VIEW stored_paper AS
        SELECT i.id, i.applicant_ref, i.kind, i.dossier_id, i.code, i.name, i.number, i.issued_at, i.sha256, i.size, i.media_type,
          i.file_name, i.source_id, coalesce(s.decision, i.decision) AS decision, least(i.valid_until, s.valid_until) AS valid_until,
          coalesce(i.revoked_at, s.revoked_at) AS revoked_at, coalesce(i.revoked_reason, s.revoked_reason) AS revoked_reason,
          CASE WHEN coalesce(s.kind, i.kind) = 'result' THEN d.unpaid_before_acceptance + d.unpaid_before_return ELSE 0 END AS owed,
          coalesce(i.replaced_by, s.replaced_by) AS replaced_by
        FROM store_item i LEFT JOIN store_item s ON s.id = i.source_id JOIN dossier d ON d.id = coalesce(s.dossier_id, i.dossier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW stored_paper;
      ALTER TABLE store_item DROP COLUMN replaced_by;
      CREATE VIEW stored_paper AS
        SELECT i.id, i.applicant_ref, i.kind, i.dossier_id, i.code, i.name, i.number, i.issued_at, i.sha256, i.size, i.media_type,
          i.file_name, i.source_id, coalesce(s.decision, i.decision) AS decision, least(i.valid_until, s.valid_until) AS valid_until,
          coalesce(i.revoked_at, s.revoked_at) AS revoked_at, coalesce(i.revoked_reason, s.revoked_reason) AS revoked_reason,
          CASE WHEN coalesce(s.kind, i.kind) = 'result' THEN d.unpaid_before_acceptance + d.unpaid_before_return ELSE 0 END AS owed
        FROM store_item i LEFT JOIN store_item s ON s.id = i.source_id JOIN dossier d ON d.id = coalesce(s.dossier_id, i.dossier_id);
    `);
  }
}
