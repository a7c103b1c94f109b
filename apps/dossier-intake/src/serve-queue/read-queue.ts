import { type Queries, sql } from '@motcua/platform';
import { type TicketRow, TICKETS } from '../persistence/ticket-row.js';

interface Queue {
  readonly waiting: number;
  /** The last ticket that each window has called, the newest first. */
  readonly called: readonly TicketRow[];
}

/** An office's queue of a day. */
export async function readQueue(queries: Queries, agency: string, day: string): Promise<Queue> {
  const [called, [waiting]] = await Promise.all([
    queries.query<TicketRow>(sql`
      SELECT * FROM (SELECT DISTINCT ON (t.at_window) ${TICKETS.columns('t')} FROM queue_ticket t
        WHERE t.agency = ${agency} AND t.day = ${day} AND t.at_window IS NOT NULL ORDER BY t.at_window, t.called_at DESC, t.number DESC) last
      ORDER BY "calledAt" DESC, number DESC LIMIT 50`),
    queries.query<{ n: number }>(
      sql`SELECT count(*)::int AS n FROM queue_ticket WHERE agency = ${agency} AND day = ${day} AND status = 'waiting'`,
    ),
  ]);
  return { waiting: waiting?.n ?? 0, called };
}
