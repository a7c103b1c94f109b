import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a tariff says otherwise what held on days that are over; a policy's reason is part of its content. */
export class AddReasonsOfRevisions1796168400000 implements MigrationInterface {
  readonly name = 'AddReasonsOfRevisions1796168400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tariff_copy ADD COLUMN reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tariff_copy DROP COLUMN reason');
  }
}
