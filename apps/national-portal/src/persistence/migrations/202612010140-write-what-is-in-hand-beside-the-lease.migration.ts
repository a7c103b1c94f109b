import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WriteWhatIsInHandBesideTheLease1764553200000 implements MigrationInterface {
  readonly name = 'WriteWhatIsInHandBesideTheLease1764553200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Dossiers that the holder has taken: one row is written for all of them, where each had a mark of its own.
      ALTER TABLE sender_lease ADD COLUMN in_hand uuid[] NOT NULL DEFAULT '{}';
      UPDATE dossier SET there = 'maybe' WHERE attempting AND there = 'no';
      ALTER TABLE dossier DROP COLUMN attempting;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ADD COLUMN attempting boolean NOT NULL DEFAULT false;
      UPDATE dossier SET attempting = true WHERE there = 'maybe';
      ALTER TABLE sender_lease DROP COLUMN in_hand;
    `);
  }
}
