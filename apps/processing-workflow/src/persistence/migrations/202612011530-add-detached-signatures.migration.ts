import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The signature of a result that is no PDF lies beside it. */
export class AddDetachedSignatures1796141400000 implements MigrationInterface {
  readonly name = 'AddDetachedSignatures1796141400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_result ADD COLUMN signature_sha256 text, ADD COLUMN signature_size bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_result DROP COLUMN signature_sha256, DROP COLUMN signature_size');
  }
}
