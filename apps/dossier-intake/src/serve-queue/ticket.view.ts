import { TICKET_STATUSES, type TicketStatus } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { Day, InstantText, OneOf, Text, Uuid, Whole } from '@motcua/platform';
import type { TicketRow } from '../persistence/ticket-row.js';

/** A number at the counter (số thứ tự). It names nobody. */
export class TicketView {
  @Uuid() readonly id!: string;
  @Text() readonly agency!: string;
  @Day() readonly day!: string;
  @Whole({ min: 1, description: 'Of the agency and day, from 1' }) readonly number!: number;
  @OneOf(TICKET_STATUSES) readonly status!: TicketStatus;
  @InstantText() readonly takenAt!: string;
  @InstantText({ nullable: true }) readonly calledAt!: string | null;
  @Text({ nullable: true, description: 'Window that called it' }) readonly window!: string | null;
  @InstantText({ nullable: true }) readonly endedAt!: string | null;
  @Uuid({ nullable: true, description: 'Dossier that was handled' }) readonly dossierId!: string | null;
}

export const ticketView = (row: TicketRow): TicketView => ({
  id: row.id,
  agency: row.agency,
  day: row.day,
  number: row.number,
  status: row.status,
  takenAt: withOffset(row.takenAt),
  calledAt: row.calledAt && withOffset(row.calledAt),
  window: row.atWindow,
  endedAt: row.endedAt && withOffset(row.endedAt),
  dossierId: row.dossierId,
});
