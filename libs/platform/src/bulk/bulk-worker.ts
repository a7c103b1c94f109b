import type { Clock } from '@motcua/kernel';
import type { Database } from '../database/database.js';
import type { EventLogger } from '../events/wire/event-logger.js';
import type { DueRow } from '../jobs/sweep.js';
import { type BulkActionRow, BulkStore } from './bulk-store.js';
import type { SettleBulkItem } from './settle-bulk-item.js';

/** So many items at once: half of a small pool, so that the counters are not kept waiting. */
const LANES = 3;
/** So many items of one action before the next one has its turn. */
const TURN = 60;

/**
 * Works on what waits: at once in the process that was asked, and, after a crash or an outage, by the sweep of any process
 * of the service. Several at work at once take different items.
 */
export class BulkWorker {
  private working: Promise<void> | undefined;
  private asked = false;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly items: SettleBulkItem,
    private readonly clock: Clock,
    private readonly logger: Pick<EventLogger, 'warn' | 'error'>,
  ) {}

  /** Begins to work on what waits, if nobody here does. */
  nudge(): void {
    this.asked = true;
    this.working ??= this.work().finally(() => (this.working = undefined));
  }

  async due(after: DueRow | undefined, limit: number): Promise<readonly DueRow[]> {
    const rows = await BulkStore.unfinished(this.database, after, limit);
    return rows.map(({ id, requestedAt }) => ({ id, at: requestedAt }));
  }

  async settle({ id }: DueRow): Promise<boolean> {
    const action = await BulkStore.read(this.database, id, null);
    if (!action || action.finishedAt) return false;
    while (!this.stopped && (await this.turn(action)) > 0);
    return true;
  }

  /** Lets go after the items in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working;
  }

  private async work(): Promise<void> {
    try {
      while (this.asked && !this.stopped) {
        this.asked = false;
        while ((await this.round()) > 0);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'bulk actions wait for the sweep');
    }
  }

  /** A turn of each action, so that a small one need not wait for a large one. Answers how many items were settled. */
  private async round(): Promise<number> {
    let settled = 0;
    for (const action of await BulkStore.unfinished(this.database, undefined, 100)) settled += await this.turn(action);
    return settled;
  }

  /** Answers how many items were settled. */
  private async turn(action: BulkActionRow): Promise<number> {
    let [begun, settled] = [0, 0];
    const lane = async (): Promise<void> => {
      while (begun < TURN && !this.stopped) {
        begun += 1;
        if (!(await this.items.next(action))) return;
        settled += 1;
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const { status, reason } of lanes.map((one) => ({ reason: undefined as unknown, ...one })))
      if (status === 'rejected') throw reason;
    await BulkStore.finish(this.database, action.id, this.clock.now());
    return settled;
  }
}
