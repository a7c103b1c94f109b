import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AcknowledgeDeliveries1764591000000 implements MigrationInterface {
  readonly name = 'AcknowledgeDeliveries1764591000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who has taken note of what was refused: from then on it waits for nobody.
      ALTER TABLE received_dossier ADD COLUMN acknowledged_at timestamptz, ADD COLUMN acknowledged_by text;
      ALTER TABLE received_request ADD COLUMN acknowledged_at timestamptz, ADD COLUMN acknowledged_by text;
      CREATE INDEX received_request_state ON received_request (state, received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX received_request_state;
      ALTER TABLE received_request DROP COLUMN acknowledged_at, DROP COLUMN acknowledged_by;
      ALTER TABLE received_dossier DROP COLUMN acknowledged_at, DROP COLUMN acknowledged_by;
    `);
  }
}
