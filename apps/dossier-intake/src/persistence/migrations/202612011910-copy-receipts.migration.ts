import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The receipts of dossiers, as payment tells of them: form 01 says by which receipt was paid. */
export class CopyReceipts1796152200000 implements MigrationInterface {
  readonly name = 'CopyReceipts1796152200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt_copy (
        number text PRIMARY KEY,
        dossier_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        void boolean NOT NULL
      );
      CREATE INDEX receipt_copy_dossier ON receipt_copy (dossier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE receipt_copy');
  }
}
