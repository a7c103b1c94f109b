import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a provider of electronic receipts is to be told: that a receipt was issued, and that it is void. Receipts of before stay ours alone. */
export class RegisterReceipts1796128500000 implements MigrationInterface {
  readonly name = 'RegisterReceipts1796128500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE receipt_registration (
        receipt_id uuid NOT NULL REFERENCES receipt, act text NOT NULL CHECK (act IN ('issue', 'cancel')),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'refused', 'registered')),
        -- System time, as all talk with machines.
        since timestamptz NOT NULL DEFAULT now(), next_at timestamptz NOT NULL DEFAULT now(), attempts int NOT NULL DEFAULT 0,
        -- What the provider made of it, or said last where it did not.
        code text, signed_by text, signed_at timestamptz, trouble text,
        PRIMARY KEY (receipt_id, act)
      );
      CREATE INDEX receipt_registration_due ON receipt_registration (next_at) WHERE state <> 'registered';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE receipt_registration');
  }
}
