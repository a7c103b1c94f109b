import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A policy may be for a category of people alone. */
export class NameBeneficiaries1796137200000 implements MigrationInterface {
  readonly name = 'NameBeneficiaries1796137200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE policy ADD COLUMN beneficiary jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE policy DROP COLUMN beneficiary');
  }
}
