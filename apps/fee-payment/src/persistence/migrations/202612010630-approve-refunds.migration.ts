import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refund is proposed, approved by another, and paid out or failed; a receipt knows what of it was given back. */
export class ApproveRefunds1796106600000 implements MigrationInterface {
  readonly name = 'ApproveRefunds1796106600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE refund ADD COLUMN proposal jsonb, ADD COLUMN rest_of uuid REFERENCES refund,
        DROP CONSTRAINT refund_status_check,
        ADD CHECK (status IN ('listed', 'proposed', 'approved', 'failed', 'refunded', 'kept'));
      -- What was paid back in part, and kept for the rest, becomes one of each.
      INSERT INTO refund (id, version, dossier_id, order_id, amount, reason, status, refunded, listed_at, decided_at, decided_by, note, agencies, rest_of)
        SELECT gen_random_uuid(), 1, dossier_id, order_id, amount - refunded, reason, 'kept', 0, listed_at, decided_at, decided_by, note, agencies, id
        FROM refund WHERE status = 'refunded' AND refunded < amount;
      UPDATE refund SET amount = refunded WHERE status = 'refunded';
      ALTER TABLE refund DROP COLUMN refunded;

      ALTER TABLE receipt ADD COLUMN agency text, ADD COLUMN refunded bigint NOT NULL DEFAULT 0, ADD COLUMN voided_at timestamptz;
      -- A number begins with the agency that issued it.
      UPDATE receipt SET agency = regexp_replace(number, '-(PHI|LEPHI)-.*$', '');
      ALTER TABLE receipt ALTER COLUMN agency SET NOT NULL, ADD CHECK (refunded BETWEEN 0 AND amount);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE receipt DROP COLUMN voided_at, DROP COLUMN refunded, DROP COLUMN agency;
      ALTER TABLE refund ADD COLUMN refunded bigint NOT NULL DEFAULT 0;
      UPDATE refund SET refunded = amount WHERE status = 'refunded';
      UPDATE refund SET status = 'listed' WHERE status IN ('proposed', 'approved', 'failed');
      ALTER TABLE refund DROP COLUMN rest_of, DROP COLUMN proposal, DROP CONSTRAINT refund_status_check,
        ADD CHECK (refunded <= amount), ADD CHECK (status IN ('listed', 'refunded', 'kept'));
    `);
  }
}
