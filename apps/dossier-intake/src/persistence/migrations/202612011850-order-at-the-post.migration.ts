import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results that the postal service brings to their applicants. */
export class OrderAtThePost1796151000000 implements MigrationInterface {
  readonly name = 'OrderAtThePost1796151000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE postal_order (
        id uuid PRIMARY KEY, dossier_id uuid NOT NULL REFERENCES dossier ON DELETE CASCADE, n int NOT NULL,
        -- Ours: under it the post knows an order that is sent twice.
        order_number text NOT NULL UNIQUE,
        state text NOT NULL, agency text NOT NULL,
        -- Sealed: name, telephone and address. Opened for the post alone.
        recipient text NOT NULL,
        ordered_at timestamptz NOT NULL, ordered_by jsonb NOT NULL,
        tracking_number text, postage int, refusal text, events jsonb NOT NULL, ended_at timestamptz,
        -- Of the talk with the post, in system time: asked so often in a row without an answer, and next when. Null: nothing is to be asked.
        attempts int NOT NULL DEFAULT 0, due_at timestamptz DEFAULT now(), trouble text,
        UNIQUE (dossier_id, n)
      );
      CREATE INDEX postal_order_due ON postal_order (due_at) WHERE due_at IS NOT NULL;
      CREATE INDEX postal_order_agency ON postal_order (agency, id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE postal_order');
  }
}
