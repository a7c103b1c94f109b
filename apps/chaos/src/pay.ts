import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '@motcua/scenario';
import { answered, awaitIt, look, type Scene } from './scene.js';

const TRIES = 30;
const THINKS_MS = 1_000;

/**
 * Pays what is due at a time of collection, by the platform or in cash, and again when the platform says that it failed.
 * Answers the number of the cash receipt, where there is one.
 */
export async function payFor(scene: Scene, time: 'beforeAcceptance' | 'beforeReturn'): Promise<string | undefined> {
  const { feeLines } = (await look(scene)).body as { feeLines: Json[] };
  if (!feeLines.some(({ collectedAt, net }) => collectedAt === time && net > 0)) return undefined;
  if (scene.channel === 'counter') return payInCash(scene, time);
  for (let n = 0; n < TRIES; n += 1) {
    if (await payAtPlatform(scene, time)) return undefined;
    await pause(THINKS_MS);
  }
  throw new Error(`the platform refused ${TRIES} payments`);
}

async function order(scene: Scene, time: string, method: string, payer: string): Promise<Json> {
  const { client } = scene;
  // From here on the money may come at any time, whether or not we are there to hear of it.
  if (time === 'beforeAcceptance') client.life.statuses = ['paymentRequired', 'registered'];
  const answer = await client.command('order', payer, '/payment/v1/orders', {
    headers: { prefer: 'wait=5' },
    json: { dossierId: client.life.dossierId, method, collect: [time] },
  });
  return { ...answered('the order', answer, 201).body, etag: answer.etag };
}

async function payInCash(scene: Scene, time: string): Promise<string> {
  const { client, participants } = scene;
  const { id, amount, etag, reference } = await order(scene, time, 'counter', participants.cashier.subject);
  const receiptNumber = `BL-${client.life.number}-${time}`;
  const sending = { seen: etag, json: { receiptNumber, amount } };
  for (; ; await pause(THINKS_MS)) {
    const path = `/payment/v1/orders/${id}/cash-receipt`;
    const answer = await client.command('cash', participants.cashier.subject, path, sending);
    // Nothing moves while the drawer is counted.
    if (answer.status === 409 && answer.body?.code === 'PAYMENT.CASH_DAY_COUNTED') continue;
    answered('the cash receipt', answer, 201);
    client.life.paid.push(reference);
    return receiptNumber;
  }
}

/** False when the platform says that the payment failed. */
async function payAtPlatform(scene: Scene, time: string): Promise<boolean> {
  const { client, participants } = scene;
  const payer = participants.citizen.subject;
  const { id, reference } = await order(scene, time, 'nationalPlatform', payer);
  const read = () => client.get(payer, `/payment/v1/orders/${id}`);
  const { body } = await awaitIt(scene, read, ({ paymentUrl, status }) => paymentUrl !== null || status !== 'created');
  if (body.status === 'failed') return false;
  // The payer may have been so quick that the callback came first.
  if (body.status !== 'paid') await scene.click(body.paymentUrl);
  const settled = await awaitIt(scene, read, ({ status }) => status === 'paid' || status === 'failed');
  if (settled.body.status === 'paid') client.life.paid.push(reference);
  return settled.body.status === 'paid';
}
