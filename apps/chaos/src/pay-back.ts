import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '@motcua/scenario';
import { answered, awaitIt, type Scene } from './scene.js';

/** The drawer is being counted, or its cash was brought away: later there is more in it. */
const LATER = ['PAYMENT.CASH_DAY_COUNTED', 'PAYMENT.DRAWER_TOO_LOW'];

/** What an ended dossier had paid goes back: proposed by the cashier, approved by the leader, paid under a number. */
export async function payBack(scene: Scene): Promise<void> {
  const { client, participants } = scene;
  const { cashier, leader } = participants;
  const { dossierId } = client.life;
  const listed = await awaitIt(
    scene,
    () => client.get(cashier.subject, `/payment/v1/refunds?dossierId=${dossierId}&limit=200`),
    ({ items }) => (items as Json[]).some(({ orderId }) => orderId === null),
  );
  const refund = (listed.body.items as Json[]).find(({ orderId }) => orderId === null);
  const path = `/payment/v1/refunds/${refund.id}`;
  const seen = async (): Promise<string> => (await client.get(cashier.subject, path)).etag;
  const note = 'Hồ sơ đã kết thúc';
  const proposal = { decision: 'refund', note };
  answered('a refund', await client.act('refundProposed', cashier.subject, `${path}/proposal`, seen, proposal), 201);
  const approval = { approved: true, note };
  answered('its approval', await client.act('refundApproved', leader.subject, `${path}/approval`, seen, approval), 201);
  const json = { transaction: `PC-${client.life.number}` };
  for (; ; await pause(1_000)) {
    client.goesOn();
    const answer = await client.act('refundPaidOut', cashier.subject, `${path}/payout`, seen, json);
    if (answer.status === 201) return;
    if (!LATER.includes(answer.body?.code as string)) answered('the money back', answer, 201);
  }
}
