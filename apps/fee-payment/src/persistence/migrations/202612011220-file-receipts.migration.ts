import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The paper of a receipt lies in the file store, and is told of with it. What was told of before is not told of again. */
export class FileReceipts1796127600000 implements MigrationInterface {
  readonly name = 'FileReceipts1796127600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt ADD COLUMN file jsonb,
        -- System time: when it is printed, or tried again.
        ADD COLUMN file_at timestamptz DEFAULT now(), ADD COLUMN recorded_at timestamptz NOT NULL DEFAULT now();
      UPDATE receipt SET file_at = NULL;
      CREATE INDEX receipt_to_file ON receipt (file_at) WHERE file IS NULL AND file_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX receipt_to_file;
      ALTER TABLE receipt DROP COLUMN recorded_at, DROP COLUMN file_at, DROP COLUMN file;
    `);
  }
}
