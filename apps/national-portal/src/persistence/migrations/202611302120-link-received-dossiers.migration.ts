import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkReceivedDossiers1764537600000 implements MigrationInterface {
  readonly name = 'LinkReceivedDossiers1764537600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two dossiers under one code of the portal are told of, the first of them only: an event about the other is no failure.
      DROP INDEX dossier_portal_code;
      CREATE INDEX dossier_portal_code ON dossier (portal_code, dossier_id) WHERE portal_code IS NOT NULL;
      -- The papers of what was handed over last: until the acceptance they are those of the dossier.
      ALTER TABLE received_dossier ADD COLUMN files jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE received_dossier DROP COLUMN files;
      DROP INDEX dossier_portal_code;
      CREATE UNIQUE INDEX dossier_portal_code ON dossier (portal_code) WHERE portal_code IS NOT NULL;
    `);
  }
}
