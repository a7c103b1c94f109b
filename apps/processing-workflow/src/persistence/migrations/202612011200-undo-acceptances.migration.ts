import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An acceptance that was undone ends its case; the next one begins it anew. */
export class UndoAcceptances1796122800000 implements MigrationInterface {
  readonly name = 'UndoAcceptances1796122800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file DROP CONSTRAINT case_file_status_check,
        ADD CONSTRAINT case_file_status_check CHECK (
          status IN ('open', 'awaitingSupplement', 'awaitingPayment', 'completed', 'stopped', 'withdrawn', 'undone'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file DROP CONSTRAINT case_file_status_check,
        ADD CONSTRAINT case_file_status_check
          CHECK (status IN ('open', 'awaitingSupplement', 'awaitingPayment', 'completed', 'stopped', 'withdrawn'))`);
  }
}
