import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepFeeDemands1764590460000 implements MigrationInterface {
  readonly name = 'KeepFeeDemands1764590460000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE dossier SET facts = '{"demands": [], "paidDemands": []}'::jsonb || facts`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE dossier SET facts = facts - 'demands' - 'paidDemands'`);
  }
}
