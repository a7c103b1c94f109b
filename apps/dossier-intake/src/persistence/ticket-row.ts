import type { OfficerReference, Plain } from '@motcua/contracts';
import type { TicketStatus } from '@motcua/dossier-domain';
import { type Aggregate, type Queries, rowTable, sql } from '@motcua/platform';
import { historyLine } from './history.js';

/** One row of `queue_ticket`. */
export interface TicketRow {
  readonly id: string;
  readonly agency: string;
  /** `YYYY-MM-DD`, in Vietnam. */
  readonly day: string;
  /** 0 until it is saved. */
  readonly number: number;
  readonly status: TicketStatus;
  readonly takenAt: Temporal.Instant;
  readonly calledAt: Temporal.Instant | null;
  /** Quầy. */
  readonly atWindow: string | null;
  readonly calledBy: Plain<OfficerReference> | null;
  readonly endedAt: Temporal.Instant | null;
  readonly dossierId: string | null;
}

export const TICKETS = rowTable<TicketRow>('queue_ticket', {
  id: 'key',
  agency: 'fixed',
  day: 'fixed',
  number: 'fixed',
  status: 'plain',
  takenAt: 'fixed',
  calledAt: 'plain',
  atWindow: 'plain',
  calledBy: 'plain',
  endedAt: 'plain',
  dossierId: 'plain',
});

export interface TicketChange {
  readonly before: TicketRow | null;
  readonly after: TicketRow;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

const placeOf = ({ agency, day }: TicketRow): string => `${agency} ${day}`;

/** One row an agency and day, which is locked until the commit: what fails leaves no gap. */
async function numbered(queries: Queries, changes: readonly TicketChange[]): Promise<readonly TicketChange[]> {
  const taken = changes.filter(({ before }) => before === null).map(({ after: { agency, day } }) => ({ agency, day }));
  if (taken.length === 0) return changes;
  const rows = await queries.query<{ place: string; last: number; n: number }>(sql`
    WITH taken AS (SELECT agency, day, count(*)::int AS n FROM jsonb_to_recordset(${JSON.stringify(taken)}::jsonb) AS t (agency text, day date)
      GROUP BY agency, day ORDER BY agency, day),
    counted AS (INSERT INTO queue_sequence AS s (agency, day, last) SELECT agency, day, n FROM taken
      ON CONFLICT (agency, day) DO UPDATE SET last = s.last + excluded.last RETURNING agency, day, last)
    SELECT c.agency || ' ' || c.day AS place, c.last, t.n FROM counted c JOIN taken t USING (agency, day)`);
  const next = new Map(rows.map(({ place, last, n }) => [place, last - n + 1]));
  return changes.map((change) => {
    if (change.before !== null) return change;
    const place = placeOf(change.after);
    const number = next.get(place) ?? 1;
    next.set(place, number + 1);
    return { ...change, after: { ...change.after, number } };
  });
}

/** The one way by which a ticket changes. */
export const TICKET: Aggregate<TicketChange> = {
  save: async (queries, changes) => {
    const saved = await numbered(queries, changes);
    await TICKETS.save(queries, saved);
    return saved;
  },
  events: () => [],
  history: ({ after: { id, status, number, atWindow, dossierId }, at, actor }) => [
    historyLine('queueTicket', id, status === 'waiting' ? 'taken' : status, {
      at,
      actor,
      detail: { number, window: atWindow, dossierId },
    }),
  ],
};
