import type { Json } from '@motcua/scenario';
import { sayMoney, sayMoneyInEnglish } from '../../scenario/words.js';
import type { ScenarioDossier, ScenarioWorld } from '../../scenario/scenario-world.js';

/** What was paid too much goes back: proposed by the cashier, approved by the leader, paid under a number. */
export async function payBack(world: ScenarioWorld, dossier: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants } = world;
  const { cashier, leader } = participants;
  const list = `/payment/v1/refunds?dossierId=${dossier.id}`;
  const [listed] = (await client.get(cashier.subject, `${list}&status=listed`)).body.items as Json[];
  expect.equal('why it is listed', listed.reason, 'tooMuch');
  const path = `/payment/v1/refunds/${listed.id}`;
  const note = 'Trả lại tiền thu thừa';
  const step = async (who: string, name: string, json: object, status = 201): Promise<Json> => {
    const { etag } = await client.get(cashier.subject, path);
    return expect.answered(`refund: ${name}`, status, await client.post(who, `${path}/${name}`, { seen: etag, json }))
      .body;
  };
  await step(cashier.subject, 'proposal', { decision: 'refund', note });
  await step(cashier.subject, 'approval', { approved: true, note }, 403);
  await step(leader.subject, 'approval', { approved: true, note });
  const paid = await step(cashier.subject, 'payout', { transaction: `PC-${dossier.code}` });
  expect.equal('the refund', [paid.status, paid.amount], ['refunded', listed.amount]);
  tell.scene({
    at: paid.decidedAt,
    who: leader,
    service: 'fee-payment',
    vi: `Phê duyệt hoàn trả ${sayMoney(listed.amount)} thu thừa; thủ quỹ chi trả bằng tiền mặt`,
    en: `Approves that ${sayMoneyInEnglish(listed.amount)} go back, which the cashier pays out in cash`,
  });
}
