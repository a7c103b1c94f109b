import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which result a kept paper is a copy of, and to which decision a result belongs. `stored_paper` is every item of a store
 * as it stands: a copy holds as long as its source does, and the content of a result is held back while money is owed for
 * the dossier that it comes from.
 */
export class AddStoreSources1796074200000 implements MigrationInterface {
  readonly name = 'AddStoreSources1796074200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN unpaid_before_acceptance int NOT NULL DEFAULT 0;
      ALTER TABLE store_item ADD COLUMN decision text, ADD COLUMN source_id uuid REFERENCES store_item;
      CREATE INDEX store_item_result ON store_item (applicant_ref, sha256) WHERE kind = 'result';
      CREATE VIEW stored_paper AS
        SELECT i.id, i.applicant_ref, i.kind, i.dossier_id, i.code, i.name, i.number, i.issued_at, i.sha256, i.size, i.media_type,
          i.file_name, i.source_id, coalesce(s.decision, i.decision) AS decision, least(i.valid_until, s.valid_until) AS valid_until,
          coalesce(i.revoked_at, s.revoked_at) AS revoked_at, coalesce(i.revoked_reason, s.revoked_reason) AS revoked_reason,
          CASE WHEN coalesce(s.kind, i.kind) = 'result' THEN d.unpaid_before_acceptance + d.unpaid_before_return ELSE 0 END AS owed
        FROM store_item i LEFT JOIN store_item s ON s.id = i.source_id JOIN dossier d ON d.id = coalesce(s.dossier_id, i.dossier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW stored_paper;
      ALTER TABLE store_item DROP COLUMN decision, DROP COLUMN source_id;
      ALTER TABLE dossier DROP COLUMN unpaid_before_acceptance;
    `);
  }
}
