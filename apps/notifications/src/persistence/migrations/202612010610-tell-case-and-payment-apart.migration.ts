import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What case and payment say of a dossier stands beside what intake says: nothing orders their topics. */
export class TellCaseAndPaymentApart1796105400000 implements MigrationInterface {
  readonly name = 'TellCaseAndPaymentApart1796105400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier
        ADD COLUMN paid text[] NOT NULL DEFAULT '{}',
        ADD COLUMN due_by_case boolean NOT NULL DEFAULT false,
        DROP COLUMN amount`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP COLUMN paid, DROP COLUMN due_by_case, ADD COLUMN amount bigint');
  }
}
