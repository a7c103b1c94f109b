import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which a message that somebody was sent twice, as who handed it in and as a party, is shown once. */
export class FindMessagesByDossier1796170200000 implements MigrationInterface {
  readonly name = 'FindMessagesByDossier1796170200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX message_applicant_dossier ON message (applicant_ref, dossier_id) WHERE applicant_ref IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX message_applicant_dossier');
  }
}
