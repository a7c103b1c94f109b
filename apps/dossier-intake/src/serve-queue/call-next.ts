import { codeDay } from '@motcua/dossier-domain';
import { type Clock, Refusal } from '@motcua/kernel';
import { type Actor, type CommandKind, created, type LockingQueries, sql } from '@motcua/platform';
import { officerOf } from '../change/officer.js';
import { TICKET, type TicketChange, type TicketRow, TICKETS } from '../persistence/ticket-row.js';
import type { IntakeCode } from '../problems.js';
import { ownAgency } from './own-agency.js';
import { type TicketView, ticketView } from './ticket.view.js';

interface CallNext {
  readonly window: string;
  readonly actor: Actor;
}

interface Next {
  readonly next: TicketRow | null;
}

/** A window calls the lowest number that waits: two that call at once get two. @throws Refusal QUEUE.EMPTY */
export const callNext = (clock: Clock): CommandKind<CallNext, Next, TicketChange, TicketView> => ({
  aggregate: TICKET,
  // One call of an office after the other: the numbers are called in their order.
  about: ({ actor }) => `queue/${actor.agency ?? ''}`,
  facts: async (queries: LockingQueries, commands) => {
    const agencies = commands.map(({ actor }) => ownAgency(actor, 'queue.call'));
    const rows = await queries.query<TicketRow>(sql`
      SELECT ${TICKETS.columns('t')} FROM unnest(${agencies}::text[]) AS a (agency), LATERAL (
        SELECT * FROM queue_ticket w WHERE w.agency = a.agency AND w.day = ${codeDay(clock.now())} AND w.status = 'waiting'
        ORDER BY w.number LIMIT 1 FOR UPDATE SKIP LOCKED) t`);
    return agencies.map((agency) => ({ next: rows.find((row) => row.agency === agency) ?? null }));
  },
  decide: ({ next }, { window, actor }, at) => {
    if (!next) throw new Refusal<IntakeCode>('QUEUE.EMPTY');
    const after: TicketRow = { ...next, status: 'called', calledAt: at, atWindow: window, calledBy: officerOf(actor) };
    return { before: next, after, at, actor: actor.subject };
  },
  answer: ({ after }) => created(ticketView(after)),
});
