import type { Database } from '../database/database.js';
import { outboxBacklog, type Backlog } from './outbox-rows.js';
import { countKeptKeys, type KeptKeyState } from './parked-heads.js';

/** What `/metrics` and `/health` show of a service's events, as it is now. */
export class EventGauges {
  constructor(private readonly database: Database) {}

  /** Events that were committed but not yet published, and the age of the oldest. */
  outbox(): Promise<Backlog> {
    return outboxBacklog(this.database);
  }

  /** Aggregates whose events are held up, by the reason of the first. `parked` and `gap` need a person. */
  heldUpKeys(): Promise<Record<KeptKeyState, number>> {
    return countKeptKeys(this.database);
  }
}
