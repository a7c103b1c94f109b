import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Post offices stand in the tree beside the agencies of the administration. */
export class AddAgencyKind1796149800000 implements MigrationInterface {
  readonly name = 'AddAgencyKind1796149800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE agency ADD kind text NOT NULL DEFAULT 'administrative'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE agency DROP kind');
  }
}
