import { setTimeout as pause } from 'node:timers/promises';
import type { Json, ScenarioAnswer } from '@motcua/scenario';
import { type CollectionTime, placeOrder } from './place-order.js';
import { answered, awaitIt, type Scene } from './scene.js';

const THINKS_MS = 1_000;
/** Nothing moves while the drawer is counted; what was brought away cannot be given back from it. */
const LATER = ['PAYMENT.CASH_DAY_COUNTED', 'PAYMENT.DRAWER_TOO_LOW'];

/** Until the drawer lets cash move. @throws TimeIsUp */
export async function whenItMoves(scene: Scene, act: () => Promise<ScenarioAnswer>): Promise<ScenarioAnswer> {
  for (; ; await pause(THINKS_MS)) {
    const answer = await act();
    if (answer.status !== 409 || !LATER.includes(answer.body?.code as string)) return answer;
    scene.client.goesOn();
  }
}

/** One sum on a new order for what is still owed. Answers what is owed after it. */
async function enter(scene: Scene, time: CollectionTime, number: string, part: number): Promise<number> {
  const { client, participants } = scene;
  const { life } = client;
  const cashier = participants.cashier.subject;
  const inCash = life.way === 'cash';
  const order = await placeOrder(scene, time, inCash ? 'counter' : 'transfer', cashier);
  const amount = Math.ceil(Number(order.stillOwed) * part);
  const path = `/payment/v1/orders/${order.id}/${inCash ? 'cash-receipt' : 'transfer-confirmations'}`;
  const json = inCash ? { receiptNumber: number, amount, isInDrawer: part < 1 } : { transaction: number, amount };
  const answer = await whenItMoves(scene, () =>
    client.command(inCash ? 'cash' : 'transfer', cashier, path, { seen: order.etag, json }),
  );
  const { body } = answered('money at the counter', answer, 201);
  if (part === 1) life.paid.push(order.reference);
  return Number((inCash ? body : body.order).stillOwed);
}

/** A sum that was entered by mistake: said by the cashier, undone by the leader. */
async function undo(scene: Scene, number: string): Promise<void> {
  const { client, participants } = scene;
  const { cashier, leader } = participants;
  const { body } = await awaitIt(
    scene,
    () => client.get(cashier.subject, `/payment/v1/transactions?dossierId=${client.life.dossierId}&limit=200`),
    ({ items }) => (items as Json[]).some(({ transaction }) => transaction === number),
  );
  const entry = (body.items as Json[]).find(({ transaction }) => transaction === number);
  const note = 'Ghi nhầm số biên lai';
  const proposal = { transactionId: entry.id, reason: 'mistypedNumber', note };
  const proposed = answered(
    'a mistake of the counter',
    await client.command('reversalProposed', cashier.subject, '/payment/v1/reversals', { json: proposal }),
    201,
  );
  const path = `/payment/v1/reversals/${proposed.body.id}`;
  const seen = async (): Promise<string> => (await client.get(cashier.subject, path)).etag;
  const approval = { approved: true, note };
  const undone = await whenItMoves(scene, () =>
    client.act('reversalApproved', leader.subject, `${path}/approval`, seen, approval),
  );
  answered('the reversal', undone, 201);
  client.life.undone.add(number);
}

/** In cash or by a transfer, at once or in parts, and now and then under a mistyped number first. Answers a cash receipt's number. */
export async function payAtCounter(scene: Scene, time: CollectionTime): Promise<string | undefined> {
  const { client, dice } = scene;
  const { life } = client;
  life.way ??= dice.chance(0.3) ? 'transfer' : 'cash';
  const number = `${life.way === 'cash' ? 'BL' : 'FT'}-${life.number}-${time.toUpperCase()}`;
  if (dice.chance(0.25)) {
    const mistyped = `${number}-SAI`;
    await enter(scene, time, mistyped, 1);
    await undo(scene, mistyped);
  }
  if (dice.chance(0.35)) await enter(scene, time, `${number}-P`, 0.4);
  await enter(scene, time, number, 1);
  return life.way === 'cash' ? number : undefined;
}
