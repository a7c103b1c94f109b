import { isTransientFault } from '../database/transient-fault.js';
import type { EventLogger } from '../events/wire/event-logger.js';
import type { DueRow, Sweep } from './sweep.js';

const PAGE = 100;

export interface SweepOutcome {
  readonly settled: number;
  /** Rows that could not be settled. They are due still, and the next look tries them again. */
  readonly failed: number;
}

/**
 * Settles all that is due, row by row. A broken row is stepped over; a database that is away ends the look, since no row is
 * at fault. @throws what {@link isTransientFault} knows, and what `due` throws
 */
export async function runSweep(
  sweep: Sweep,
  logger: Pick<EventLogger, 'error'>,
  goesOn: () => boolean = () => true,
): Promise<SweepOutcome> {
  let [settled, failed] = [0, 0];
  let place: DueRow | undefined;
  for (;;) {
    const rows = await sweep.due(place, PAGE);
    for (const row of rows) {
      if (!goesOn()) return { settled, failed };
      try {
        if (await sweep.settle(row)) settled += 1;
      } catch (error) {
        if (isTransientFault(error)) throw error;
        failed += 1;
        logger.error({ err: error, sweep: sweep.name, row: row.id, dueAt: row.at.toString() }, 'a due row is broken');
      }
      place = row;
    }
    if (rows.length < PAGE) return { settled, failed };
  }
}
