import { assertCancellable, type DossierRefusalCode } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { created } from '@motcua/platform';
import { changed } from '../change/dossier-change.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { type LastPostalOrder, lastPostalOrders } from '../change/last-postal-order.js';
import { type PostalOrderView, postalOrderView } from './postal-order.view.js';

interface CancelPost extends Asked {
  readonly reason: string;
}

/** Until the post has collected it, the parcel stays here: its applicant is at the counter, or the address is wrong. */
export const CANCEL_POST: DossierDecision<CancelPost, LastPostalOrder, PostalOrderView> = {
  scope: 'dossier.return',
  more: lastPostalOrders,
  decide: ({ dossier: before, postalOrder }, { actor, reason }, now) => {
    assertCancellable(postalOrder?.state);
    if (!postalOrder) throw new Refusal<DossierRefusalCode>('DOSSIER.NO_OPEN_POSTAL_ORDER');
    const { orderNumber } = postalOrder;
    return {
      before,
      after: changed(before, {}),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'postCancelled', detail: { orderNumber, reason } }],
      postalOrders: [
        { before: postalOrder, after: { ...postalOrder, state: 'cancelled', refusal: reason, endedAt: now } },
      ],
    };
  },
  answer: (_, { after, postalOrders = [] }) =>
    created(postalOrderView(postalOrders[0]!.after), { version: after.version }),
};
