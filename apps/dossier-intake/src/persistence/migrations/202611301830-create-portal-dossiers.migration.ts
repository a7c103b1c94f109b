import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePortalDossiers1764527400000 implements MigrationInterface {
  readonly name = 'CreatePortalDossiers1764527400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Which revision of a dossier that was born at the national portal has been taken in.
      CREATE TABLE portal_dossier (dossier_id uuid PRIMARY KEY, revision int NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE portal_dossier');
  }
}
