import { deliveredAt, isOpen, mergeEvents, stateAfter, statusAfter } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { Unchanged } from '@motcua/platform';
import { changed, type DossierChange, type OwnFact } from '../change/dossier-change.js';
import type { DossierCommand, DossierDecision } from '../change/dossiers.js';
import { type LastPostalOrder, lastPostalOrders } from '../change/last-postal-order.js';
import { NOTHING_DUE, SETTLED } from '../change/settled.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { PostalOrderRow } from '../persistence/postal-order-row.js';
import type { OrderAnswer, TrackAnswer } from './postal-service.js';

interface TakeNews extends DossierCommand {
  readonly orderNumber: string;
  readonly news: OrderAnswer | Extract<TrackAnswer, { is: 'known' }>;
  /** It was taken back here, and the post had collected the parcel already. */
  readonly cameTooLate?: boolean;
}

const ACTOR = 'system:deliver-by-post';
/** Who has handed it over, in returns, events and slips. */
const THE_POST = { subject: 'system:postal-service', name: 'Doanh nghiệp bưu chính' } as const;

/**
 * What the post says of an order: taken, refused, or what happened to the parcel. Delivered, the dossier is returned; undeliverable, it
 * waits at the counter. It is a fact: nothing here refuses it, and told twice it changes nothing. @rule R19
 */
export const TAKE_NEWS: DossierDecision<TakeNews, LastPostalOrder, boolean> = {
  scope: null,
  more: lastPostalOrders,
  decide: ({ dossier, postalOrder }, { orderNumber, news, cameTooLate = false }, now) => {
    // Of an earlier order: it has ended, and another is on its way.
    if (postalOrder?.orderNumber !== orderNumber) return new Unchanged(NOTHING_DUE);
    const known = cameTooLate ? notTakenBack(postalOrder) : postalOrder;
    const after = orderAfter(known, news, now);
    if (after === postalOrder) return new Unchanged(NOTHING_DUE);
    const isEnd = after.state !== postalOrder.state && !isOpen(after.state);
    const change = { at: now, actor: ACTOR, postalOrders: [{ before: postalOrder, after }] };
    if (isEnd && after.state === 'delivered' && dossier.status === 'processed')
      return { ...change, ...returned(dossier, after, now) };
    // What an officer has seen has changed.
    return { ...change, before: dossier, after: changed(dossier, {}), facts: factsOf(known, after, now) };
  },
  answer: () => SETTLED,
};

/** It goes on where the post has it. */
const notTakenBack = (order: PostalOrderRow): PostalOrderRow =>
  order.state === 'cancelled' ? { ...order, state: 'taken', refusal: null, endedAt: null } : order;

function orderAfter(order: PostalOrderRow, news: TakeNews['news'], now: Temporal.Instant): PostalOrderRow {
  if (news.is === 'refused')
    return order.state === 'waiting' ? { ...order, state: 'refused', refusal: news.reason, endedAt: now } : order;
  const events = news.is === 'known' ? mergeEvents(order.events, news.events) : order.events;
  const state = stateAfter(order.state, events);
  const { trackingNumber, postage } = news;
  if (
    state === order.state &&
    events.length === order.events.length &&
    trackingNumber === order.trackingNumber &&
    postage === order.postage
  )
    return order;
  const endedAt = isOpen(order.state) && !isOpen(state) ? now : order.endedAt;
  return { ...order, state, trackingNumber, postage, events, endedAt };
}

/** The result reached the applicant. Nothing is back-dated (R12): when the post says it did stands beside when we heard. */
function returned(
  before: DossierRow,
  { trackingNumber, events, orderNumber }: PostalOrderRow,
  now: Temporal.Instant,
): Pick<DossierChange, 'before' | 'after' | 'facts'> {
  const detail = { method: 'post', trackingNumber, orderNumber, deliveredAt: deliveredAt(events) };
  return {
    before,
    after: changed(before, {
      status: statusAfter('return', before.status),
      statusSince: now,
      statusReason: null,
      holderAgency: before.receivingAgency,
      holderOfficer: null,
      holderStep: null,
      returned: {
        at: withOffset(now),
        method: 'post',
        trackingNumber,
        by: THE_POST,
        receivedBy: null,
        originals: [],
        deliveredAt: deliveredAt(events),
      },
    }),
    facts: [{ action: 'returned', detail, told: {} }],
  };
}

function factsOf(before: PostalOrderRow, after: PostalOrderRow, now: Temporal.Instant): [OwnFact, ...OwnFact[]] {
  const { orderNumber, trackingNumber, postage, state, refusal, events, agency } = after;
  const posted: OwnFact[] =
    isOpen(before.state) && before.trackingNumber === null && trackingNumber !== null
      ? [{ action: 'postTaken', detail: { orderNumber, trackingNumber, postage }, told: { trackingNumber, postage } }]
      : [];
  const hasFailed = state !== before.state && (state === 'refused' || state === 'undeliverable');
  const failed: OwnFact[] = hasFailed
    ? [{ action: 'postFailed', detail: { orderNumber, state, refusal }, told: { trackingNumber, collectAt: agency } }]
    : [];
  const moved: OwnFact = {
    action: 'parcelMoved',
    detail: { orderNumber, state, last: events.at(-1) ?? null, at: withOffset(now) },
  };
  const [first = moved, ...more] = [...posted, ...failed];
  return [first, ...more];
}
