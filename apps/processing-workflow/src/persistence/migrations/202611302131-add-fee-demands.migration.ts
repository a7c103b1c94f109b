import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fees that arose in the course of a case. A case of before has a term that waits for a payment. */
export class AddFeeDemands1764538260000 implements MigrationInterface {
  readonly name = 'AddFeeDemands1764538260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file ADD COLUMN fee_demands jsonb NOT NULL DEFAULT '[]',
        DROP CONSTRAINT case_file_status_check,
        ADD CONSTRAINT case_file_status_check
          CHECK (status IN ('open', 'awaitingSupplement', 'awaitingPayment', 'completed', 'stopped', 'withdrawn'));
      UPDATE case_file SET terms = terms || '{"paymentPausesTerm": true}' WHERE NOT terms ? 'paymentPausesTerm'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_file DROP COLUMN fee_demands,
        DROP CONSTRAINT case_file_status_check,
        ADD CONSTRAINT case_file_status_check
          CHECK (status IN ('open', 'awaitingSupplement', 'completed', 'stopped', 'withdrawn'))`);
  }
}
