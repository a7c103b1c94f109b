import type { Json } from '@motcua/scenario';
import { whenItMoves } from './pay-at-counter.js';
import { answered, awaitIt, type Scene } from './scene.js';

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
  const paidOut = await whenItMoves(scene, () =>
    client.act('refundPaidOut', cashier.subject, `${path}/payout`, seen, json),
  );
  answered('the money back', paidOut, 201);
}
