import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that every service has in its own schema: outbox, inbox, idempotent answers, history. */
export class PlatformTables1700000000000 implements MigrationInterface {
  readonly name = 'PlatformTables1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_stream (
        topic text NOT NULL, key text NOT NULL, last_sequence int NOT NULL, PRIMARY KEY (topic, key)
      );

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY,
        event_id uuid NOT NULL,
        topic text NOT NULL, key text NOT NULL, type text NOT NULL,
        sequence int NOT NULL,
        time timestamptz NOT NULL,
        headers jsonb NOT NULL,
        data jsonb NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        published_at timestamptz,
        PRIMARY KEY (id, recorded_at)
      ) PARTITION BY RANGE (recorded_at);
      CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
      -- Takes what comes on a day whose partition was not made in time: a late job must stop nobody.
      CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;

      CREATE FUNCTION outbox_maintain(keep_days int) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
      DECLARE
        day date; partition record;
      BEGIN
        FOR day IN SELECT current_date + n FROM generate_series(0, 3) AS n LOOP
          CONTINUE WHEN to_regclass('outbox_' || to_char(day, 'YYYYMMDD')) IS NOT NULL
            OR EXISTS (SELECT FROM outbox_default WHERE recorded_at >= day AND recorded_at < day + 1);
          EXECUTE format('CREATE TABLE %I PARTITION OF outbox FOR VALUES FROM (%L) TO (%L)',
            'outbox_' || to_char(day, 'YYYYMMDD'), day::timestamptz, (day + 1)::timestamptz);
        END LOOP;
        FOR partition IN
          SELECT inhrelid::regclass AS name FROM pg_inherits
          WHERE inhparent = 'outbox'::regclass AND inhrelid::regclass::text ~ 'outbox_\\d{8}$'
            AND to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD') < current_date - keep_days
        LOOP
          -- What is old but was never published stays until it is.
          EXECUTE format('DO $do$ BEGIN IF NOT EXISTS (SELECT FROM %1$s WHERE published_at IS NULL) THEN DROP TABLE %1$s; END IF; END $do$', partition.name);
        END LOOP;
        DELETE FROM outbox_default WHERE recorded_at < current_date - keep_days AND published_at IS NOT NULL;
      END $$;
      SELECT outbox_maintain(7);

      CREATE TABLE relay_lease (
        name text PRIMARY KEY, holder uuid NOT NULL, epoch bigint NOT NULL, lease_until timestamptz NOT NULL
      );

      CREATE TABLE inbox_position (
        topic text NOT NULL, key text NOT NULL, last_sequence int NOT NULL, PRIMARY KEY (topic, key)
      );
      CREATE TABLE inbox_parked (
        id uuid PRIMARY KEY,
        topic text NOT NULL, key text NOT NULL, sequence int NOT NULL,
        event jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'waiting', 'retrying', 'parked')),
        reason text NOT NULL,
        waits_for text,
        parked_at timestamptz NOT NULL DEFAULT now(),
        next_attempt_at timestamptz,
        UNIQUE (topic, key, sequence)
      );
      CREATE INDEX inbox_parked_due ON inbox_parked (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
      CREATE TABLE inbox_attempt (
        topic text NOT NULL, key text NOT NULL, sequence int NOT NULL,
        started int NOT NULL DEFAULT 0, finished int NOT NULL DEFAULT 0,
        PRIMARY KEY (topic, key, sequence)
      );

      CREATE TABLE idempotency (
        client text NOT NULL, key text NOT NULL,
        fingerprint text NOT NULL,
        status int NOT NULL, headers jsonb NOT NULL, body jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (client, key)
      );

      CREATE TABLE history (
        aggregate text NOT NULL, n int NOT NULL,
        at timestamptz NOT NULL, actor text NOT NULL, action text NOT NULL, detail jsonb NOT NULL,
        previous bytea NOT NULL, hash bytea NOT NULL,
        PRIMARY KEY (aggregate, n)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION outbox_maintain(int);
      DROP TABLE history, idempotency, inbox_attempt, inbox_parked, inbox_position, relay_lease, outbox, event_stream;
    `);
  }
}
