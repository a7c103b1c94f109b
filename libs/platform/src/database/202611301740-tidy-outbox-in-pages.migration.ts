import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The outbox is tidied without holding up a command: partitions are attached beside inserts that run, what is old is moved
 * into the archive in pages, and an empty partition is dropped only where that need not wait. Days are those of UTC,
 * whatever zone a session has. `outbox_maintain` does all three, for processes of the release before.
 */
export class TidyOutboxInPages1796060400000 implements MigrationInterface {
  readonly name = 'TidyOutboxInPages1796060400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- ATTACH lets inserts go on; CREATE … PARTITION OF would wait for all that run, and keep the next ones waiting.
      CREATE FUNCTION outbox_add_partitions() RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' SET lock_timeout = '1s' AS $$
      DECLARE
        day date; name text;
      BEGIN
        FOR day IN SELECT current_date + n FROM generate_series(0, 3) AS n LOOP
          name := 'outbox_' || to_char(day, 'YYYYMMDD');
          CONTINUE WHEN to_regclass(name) IS NOT NULL
            OR EXISTS (SELECT FROM outbox_default WHERE recorded_at >= day AND recorded_at < day + 1);
          BEGIN
            EXECUTE format('CREATE TABLE %I (LIKE outbox INCLUDING DEFAULTS)', name);
            EXECUTE format('ALTER TABLE outbox ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
              name, day::timestamptz, (day + 1)::timestamptz);
          EXCEPTION
            -- A day that was made in another zone, or by another process just now: what has no partition goes to the default.
            WHEN invalid_object_definition OR duplicate_table THEN NULL;
          END;
        END LOOP;
      END $$;

      -- Moves at most so many published rows of old days into the archive; answers how many it moved.
      CREATE FUNCTION outbox_archive_page(keep_days int, most int) RETURNS int
      LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' AS $$
        WITH page AS (
          SELECT id, recorded_at FROM outbox
          WHERE recorded_at < current_date - keep_days AND published_at IS NOT NULL
          ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED
        ), moved AS (
          DELETE FROM outbox o USING page p WHERE o.id = p.id AND o.recorded_at = p.recorded_at
          RETURNING o.id, o.event_id, o.topic, o.key, o.type, o.sequence, o.time, o.headers, o.data, o.recorded_at
        ), archived AS (
          INSERT INTO outbox_archive SELECT * FROM moved RETURNING 1
        )
        SELECT count(*)::int FROM archived;
      $$;

      -- Dropping a partition locks the outbox: given up at once where somebody is publishing, and tried again later.
      CREATE FUNCTION outbox_drop_empty(keep_days int) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' SET lock_timeout = '50ms' AS $$
      DECLARE
        partition record; used boolean;
      BEGIN
        FOR partition IN
          SELECT inhrelid::regclass AS name FROM pg_inherits
          WHERE inhparent = 'outbox'::regclass AND inhrelid::regclass::text ~ 'outbox_\\d{8}$'
            AND to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD') < current_date - keep_days
        LOOP
          EXECUTE format('SELECT EXISTS (SELECT FROM %s)', partition.name) INTO used;
          CONTINUE WHEN used;
          BEGIN
            EXECUTE format('DROP TABLE %s', partition.name);
          EXCEPTION WHEN lock_not_available THEN
            RETURN;
          END;
        END LOOP;
      END $$;

      CREATE OR REPLACE FUNCTION outbox_maintain(keep_days int) RETURNS void
      LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' AS $$
      BEGIN
        BEGIN
          PERFORM outbox_add_partitions();
        EXCEPTION WHEN lock_not_available THEN NULL;
        END;
        WHILE outbox_archive_page(keep_days, 5000) > 0 LOOP NULL; END LOOP;
        PERFORM outbox_drop_empty(keep_days);
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION outbox_add_partitions();
      DROP FUNCTION outbox_archive_page(int, int);
      DROP FUNCTION outbox_drop_empty(int);
    `);
  }
}
