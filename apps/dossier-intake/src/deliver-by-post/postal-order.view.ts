import { POSTAL_STATES, type PostalState } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { Flag, InstantText, ListOf, OneOf, Text, Whole } from '@motcua/platform';
import type { PostalOrderRow } from '../persistence/postal-order-row.js';
import { ParcelEventView } from './parcel-event.view.js';

/** An order at the postal service for the result of a dossier. It shows no address. */
export class PostalOrderView {
  @Text({ description: 'Ours, and the code on the parcel' }) readonly orderNumber!: string;
  @OneOf(POSTAL_STATES) readonly state!: PostalState;
  @InstantText() readonly orderedAt!: string;
  @Text() readonly orderedBy!: string;
  @Text({ nullable: true }) readonly trackingNumber!: string | null;
  @Whole({
    nullable: true,
    description: 'Postage that the post collects from the recipient, in đồng; not in our books',
  })
  readonly postage!: number | null;
  @Text({ nullable: true, description: 'Reason of the post for not taking it, or of the office for taking it back' })
  readonly reason!: string | null;
  @ListOf(() => ParcelEventView) readonly events!: readonly ParcelEventView[];
  @InstantText({ nullable: true }) readonly endedAt!: string | null;
  @Flag({ optional: true, description: 'The post has not answered for long: see settings `MOTCUA_POST_SILENT_HOURS`' })
  readonly unanswered?: boolean;
}

export const postalOrderView = (row: PostalOrderRow): Pick<PostalOrderView, keyof PostalOrderView> => ({
  orderNumber: row.orderNumber,
  state: row.state,
  orderedAt: withOffset(row.orderedAt),
  orderedBy: row.orderedBy.name,
  trackingNumber: row.trackingNumber,
  postage: row.postage,
  reason: row.refusal,
  events: row.events,
  endedAt: row.endedAt && withOffset(row.endedAt),
});
