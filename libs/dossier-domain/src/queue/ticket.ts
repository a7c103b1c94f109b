import { Refusal } from '@motcua/kernel';
import type { DossierRefusalCode } from '../refusal-codes.js';

export const TICKET_STATUSES = ['waiting', 'called', 'served', 'absent'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

/** Who was called was served, or did not come; once, and not before the call. @throws Refusal TICKET.NOT_CALLED */
export function endTicket(status: TicketStatus, came: boolean): 'served' | 'absent' {
  if (status !== 'called') throw new Refusal<DossierRefusalCode>('TICKET.NOT_CALLED', { ticketStatus: status });
  return came ? 'served' : 'absent';
}
