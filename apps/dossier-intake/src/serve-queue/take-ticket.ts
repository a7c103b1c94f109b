import { codeDay } from '@motcua/dossier-domain';
import { type Actor, type CommandKind, created } from '@motcua/platform';
import { TICKET, type TicketChange } from '../persistence/ticket-row.js';
import { ownAgency } from './own-agency.js';
import { type TicketView, ticketView } from './ticket.view.js';

interface TakeTicket {
  readonly id: string;
  readonly actor: Actor;
}

/** The next number of the office and day. */
export const TAKE_TICKET: CommandKind<TakeTicket, object, TicketChange, TicketView> = {
  aggregate: TICKET,
  about: ({ id }) => `ticket/${id}`,
  facts: (_, commands) => Promise.resolve(commands.map(() => ({}))),
  decide: (_, { id, actor }, at) => ({
    before: null,
    after: {
      id,
      agency: ownAgency(actor, 'queue.take'),
      day: codeDay(at),
      number: 0,
      status: 'waiting',
      takenAt: at,
      calledAt: null,
      atWindow: null,
      calledBy: null,
      endedAt: null,
      dossierId: null,
    },
    at,
    actor: actor.subject,
  }),
  answer: ({ after }) => created(ticketView(after), { location: `/intake/v1/queue-tickets/${after.id}` }),
};
