import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers at the counter: of one agency and day, from 1, without a gap. */
export class CreateQueue1796142300000 implements MigrationInterface {
  readonly name = 'CreateQueue1796142300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE queue_sequence (agency text NOT NULL, day date NOT NULL, last int NOT NULL, PRIMARY KEY (agency, day));
      CREATE TABLE queue_ticket (
        id uuid PRIMARY KEY, agency text NOT NULL, day date NOT NULL, number int NOT NULL, status text NOT NULL,
        taken_at timestamptz NOT NULL, called_at timestamptz, at_window text, called_by jsonb, ended_at timestamptz,
        dossier_id uuid REFERENCES dossier ON DELETE SET NULL,
        UNIQUE (agency, day, number)
      );
      CREATE INDEX queue_ticket_waiting ON queue_ticket (agency, day, number) WHERE status = 'waiting';
      CREATE INDEX queue_ticket_dossier ON queue_ticket (dossier_id) WHERE dossier_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE queue_ticket, queue_sequence');
  }
}
