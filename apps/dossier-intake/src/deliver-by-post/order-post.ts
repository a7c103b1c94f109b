import { assertInHand, assertNotWithPost, assertReturnable, type DossierRefusalCode } from '@motcua/dossier-domain';
import { newId, Refusal } from '@motcua/kernel';
import { created } from '@motcua/platform';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { type LastPostalOrder, lastPostalOrders } from '../change/last-postal-order.js';
import { officerOf } from '../change/officer.js';
import { areWith } from '../change/place-of-papers.js';
import { returnableOf } from '../change/returnable-of.js';
import { changed } from '../change/dossier-change.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { PostalOrderRow } from '../persistence/postal-order-row.js';
import { type PostalOrderView, postalOrderView } from './postal-order.view.js';
import type { Recipient } from './postal-service.js';

/** The post is to bring the result to its applicant. As a return it waits for what is owed and for a valid result. @rule R16 R20 */
export const ORDER_POST: DossierDecision<Asked, LastPostalOrder, PostalOrderView> = {
  scope: 'dossier.return',
  more: lastPostalOrders,
  decide: (facts, { actor }, now) => {
    const { dossier: before, place, postalOrder } = facts;
    assertNotWithPost(postalOrder);
    assertReturnable(lifeOf(before), returnableOf(facts, now));
    assertInHand(place, 'post', areWith(actor, facts));
    const n = (postalOrder?.n ?? 0) + 1;
    const order: PostalOrderRow = {
      id: newId(),
      dossierId: before.id,
      n,
      orderNumber: `${before.code}-${n}`,
      state: 'waiting',
      agency: place?.agency ?? before.receivingAgency,
      recipient: facts.sealed(JSON.stringify(recipientOf(facts))),
      orderedAt: now,
      orderedBy: officerOf(actor),
      trackingNumber: null,
      postage: null,
      refusal: null,
      events: [],
      endedAt: null,
    };
    const { orderNumber } = order;
    return {
      before,
      after: changed(before, {}),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'postOrdered', detail: { orderNumber } }],
      postalOrders: [{ before: null, after: order }],
    };
  },
  answer: (_, { after, postalOrders = [] }) =>
    created(postalOrderView(postalOrders[0]!.after), { version: after.version }),
};

/** @throws Refusal DOSSIER.INPUT_INVALID where there is no address */
function recipientOf({ dossier: { applicant, delivery } }: DossierFacts): Recipient {
  const address = delivery.address?.trim() ?? '';
  if (address === '')
    throw new Refusal<DossierRefusalCode>('DOSSIER.INPUT_INVALID', {}, [
      {
        pointer: '/delivery/address',
        code: 'DOSSIER.FIELD_REQUIRED',
        detail: {
          vi: 'Hồ sơ chưa có địa chỉ nhận kết quả qua bưu chính.',
          en: 'The dossier names no address for the post.',
        },
      },
    ]);
  return { fullName: applicant.fullName, phone: applicant.phone, address };
}
