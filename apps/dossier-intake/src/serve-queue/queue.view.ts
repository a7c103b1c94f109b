import { Day, ListOf, Text, Whole } from '@motcua/platform';
import { TicketView } from './ticket.view.js';

/** What the screen in the hall shows. */
export class QueueView {
  @Text() readonly agency!: string;
  @Day() readonly day!: string;
  @Whole({ description: 'Tickets that were not called yet' }) readonly waiting!: number;
  @ListOf(() => TicketView, { description: 'The last ticket that each window has called, the newest first' })
  readonly called!: readonly TicketView[];
}
