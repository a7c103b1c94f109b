import { endTicket } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { type Actor, type CommandKind, couldReach, created, type PlatformCode, sql } from '@motcua/platform';
import { belongingOf, findDossiers, type FoundDossier } from '../persistence/found-dossier.js';
import { TICKET, type TicketChange, type TicketRow, TICKETS } from '../persistence/ticket-row.js';
import { ownAgency } from './own-agency.js';
import { type TicketView, ticketView } from './ticket.view.js';

interface EndTicket {
  readonly id: string;
  readonly came: boolean;
  readonly dossierId: string | null;
  readonly actor: Actor;
}

interface Facts {
  readonly ticket: TicketRow;
  readonly dossier: FoundDossier | undefined;
}

/** Who was called was served, with the dossier that was handled, or did not come. @throws Refusal TICKET.NOT_CALLED, RESOURCE.NOT_FOUND */
export const END_TICKET: CommandKind<EndTicket, Facts, TicketChange, TicketView> = {
  aggregate: TICKET,
  about: ({ id }) => `ticket/${id}`,
  facts: async (queries, commands) => {
    const ids = commands.map(({ id }) => id);
    const tickets = await queries.query<TicketRow>(
      sql`SELECT ${TICKETS.columns('t')} FROM queue_ticket t WHERE t.id = ANY (${ids}::uuid[]) ORDER BY t.id FOR UPDATE ${queries.skipLocked}`,
    );
    const dossiers = await findDossiers(
      queries,
      commands.flatMap(({ dossierId }) => dossierId ?? []),
    );
    return commands.map(({ id, dossierId }) => {
      const ticket = tickets.find((one) => one.id === id);
      return ticket && { ticket, dossier: dossiers.find((one) => one.dossier.id === dossierId) };
    });
  },
  decide: ({ ticket, dossier }, { came, dossierId, actor }, at) => {
    if (ticket.agency !== ownAgency(actor, 'queue.call')) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
    if (dossierId !== null && !(dossier && couldReach(actor, 'dossier.read', belongingOf(dossier))))
      throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND', { dossierId });
    const after: TicketRow = { ...ticket, status: endTicket(ticket.status, came), endedAt: at, dossierId };
    return { before: ticket, after, at, actor: actor.subject };
  },
  answer: ({ after }) => created(ticketView(after)),
};
