import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What leaves the outbox goes into an archive, so that whoever consumes the service's events can be built from nothing
 * (events/replay-outbox.ts). The maintenance of the outbox is as before, but moves rows where it dropped them.
 */
export class OutboxArchive1700000000141 implements MigrationInterface {
  readonly name = 'OutboxArchive1700000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outbox_archive (
        id bigint PRIMARY KEY,
        event_id uuid NOT NULL,
        topic text NOT NULL, key text NOT NULL, type text NOT NULL,
        sequence int NOT NULL,
        time timestamptz NOT NULL,
        headers jsonb NOT NULL,
        data jsonb NOT NULL,
        recorded_at timestamptz NOT NULL
      );

      CREATE OR REPLACE FUNCTION outbox_maintain(keep_days int) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
      DECLARE
        day date; partition record; unsent boolean;
        columns CONSTANT text := 'id, event_id, topic, key, type, sequence, time, headers, data, recorded_at';
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
          EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE published_at IS NULL)', partition.name) INTO unsent;
          CONTINUE WHEN unsent;
          EXECUTE format('INSERT INTO outbox_archive SELECT %s FROM %s', columns, partition.name);
          EXECUTE format('DROP TABLE %s', partition.name);
        END LOOP;
        WITH left_behind AS (
          DELETE FROM outbox_default WHERE recorded_at < current_date - keep_days AND published_at IS NOT NULL
          RETURNING id, event_id, topic, key, type, sequence, time, headers, data, recorded_at
        )
        INSERT INTO outbox_archive SELECT * FROM left_behind;
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_archive');
  }
}
