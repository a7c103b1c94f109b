import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../database/database.js';

export interface TidyOptions {
  /** Published events stay in the outbox for so many days, then in the archive. */
  readonly keepDays: number;
  /** How many events are moved in one statement. */
  readonly pageSize: number;
  /** Between two pages: the database has other work. */
  readonly pauseMs: number;
}

export const TIDY_DEFAULTS = { pageSize: 5_000, pauseMs: 20 };

/**
 * Makes the partitions of the coming days, moves what is old and published into the archive, and drops what is empty then.
 * Each in statements of its own, of which none keeps a command waiting; breaking off loses nothing.
 */
export async function tidyOutbox(
  database: Database,
  { keepDays, pageSize, pauseMs }: TidyOptions,
  signal: AbortSignal,
): Promise<void> {
  await database.query('SELECT outbox_add_partitions()');
  while (!signal.aborted) {
    const [page] = await database.query<{ moved: number }>('SELECT outbox_archive_page($1, $2) AS moved', [
      keepDays,
      pageSize,
    ]);
    if (!page || page.moved < pageSize) break;
    await pause(pauseMs);
  }
  if (!signal.aborted) await database.query('SELECT outbox_drop_empty($1)', [keepDays]);
}
