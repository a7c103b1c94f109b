import type { Json } from '@motcua/scenario';
import { sayMoney, sayMoneyInEnglish } from '../../scenario/words.js';
import { awaitStatus, moveClock, type ScenarioDossier, type ScenarioWorld } from '../../scenario/scenario-world.js';
import { owedAt } from '../pay-fee.js';

/** A part is paid, then the rest, and too much of it: nothing is asked for twice, and what is too much is listed. */
export async function payInParts(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates } = world;
  const { citizen, cashier } = participants;
  await moveClock(world, dates.paid);
  const owed = owedAt(dossier, 'beforeAcceptance');
  const [part, tooMuch] = [40_000, 5_000];
  /** Cash that lies in the drawer already, on an order for what is still owed. */
  const pay = async (receiptNumber: string, stillOwed: number, amount: number): Promise<Json> => {
    const order = expect.answered(
      'a payment is ordered',
      201,
      await client.post(citizen.subject, '/payment/v1/orders', { json: { dossierId: dossier.id, method: 'counter' } }),
    );
    expect.equal('what the order asks for', order.body.amount, stillOwed);
    const answer = await client.post(cashier.subject, `/payment/v1/orders/${order.body.id}/cash-receipt`, {
      seen: order.etag,
      json: { receiptNumber, amount, isInDrawer: true },
    });
    return expect.answered('cash is taken', 201, answer).body;
  };
  const first = await pay(`BL-${dossier.code}-1`, owed, part);
  expect.equal('what is still owed', first.stillOwed, owed - part);
  const paid = await pay(`BL-${dossier.code}-2`, owed - part, owed - part + tooMuch);
  expect.equal('status of the order', paid.status, 'paid');
  const registered = await awaitStatus(world, dossier.id, 'registered');
  tell.scene({
    at: paid.paidAt,
    who: cashier,
    service: 'fee-payment',
    vi: `Thu ${sayMoney(part)}, sau đó ${sayMoney(owed - part)} và ${sayMoney(tooMuch)} thu thừa`,
    en: `${sayMoneyInEnglish(part)} come first, the rest later, and ${sayMoneyInEnglish(tooMuch)} too much, which are listed for refund`,
    status: 'registered',
  });
  return registered;
}
