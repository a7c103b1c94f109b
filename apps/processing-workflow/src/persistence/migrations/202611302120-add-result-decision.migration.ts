import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A result belongs to the decision that it is issued for, and a draft may be removed. */
export class AddResultDecision1796073660000 implements MigrationInterface {
  readonly name = 'AddResultDecision1796073660000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_result ADD COLUMN decision text NOT NULL DEFAULT 'granted' CHECK (decision IN ('granted', 'denied')),
        DROP CONSTRAINT case_result_state_check,
        ADD CONSTRAINT case_result_state_check CHECK (state IN ('draft', 'superseded', 'removed', 'signed'));
      ALTER TABLE case_result ALTER COLUMN decision DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE case_result SET state = 'superseded' WHERE state = 'removed';
      ALTER TABLE case_result DROP COLUMN decision,
        DROP CONSTRAINT case_result_state_check,
        ADD CONSTRAINT case_result_state_check CHECK (state IN ('draft', 'superseded', 'signed'))`);
  }
}
