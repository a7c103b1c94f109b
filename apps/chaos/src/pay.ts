import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '@motcua/scenario';
import { payAtCounter } from './pay-at-counter.js';
import { type CollectionTime, placeOrder } from './place-order.js';
import { awaitIt, look, type Scene } from './scene.js';

const TRIES = 30;
const THINKS_MS = 1_000;

/**
 * Pays what is due at a time of collection, by the platform or in cash, and again when the platform says that it failed.
 * Answers the number of the cash receipt, where there is one.
 */
export async function payFor(scene: Scene, time: 'beforeAcceptance' | 'beforeReturn'): Promise<string | undefined> {
  const { feeLines } = (await look(scene)).body as { feeLines: Json[] };
  if (!feeLines.some(({ collectedAt, net }) => collectedAt === time && net > 0)) return undefined;
  if (scene.channel === 'counter') return payAtCounter(scene, time);
  await payOnline(scene, time);
  return undefined;
}

/** By the platform, and again when it says that it failed. */
export async function payOnline(scene: Scene, time: CollectionTime): Promise<void> {
  scene.client.life.way = 'platform';
  for (let n = 0; n < TRIES; n += 1) {
    if (await payAtPlatform(scene, time)) return;
    await pause(THINKS_MS);
  }
  throw new Error(`the platform refused ${TRIES} payments`);
}

/** False when the platform says that the payment failed. */
async function payAtPlatform(scene: Scene, time: CollectionTime): Promise<boolean> {
  const { client, participants } = scene;
  const payer = participants.citizen.subject;
  const { id, reference } = await placeOrder(scene, time, 'nationalPlatform', payer);
  const read = () => client.get(payer, `/payment/v1/orders/${id}`);
  const { body } = await awaitIt(scene, read, ({ paymentUrl, status }) => paymentUrl !== null || status !== 'created');
  if (body.status === 'failed') return false;
  // The payer may have been so quick that the callback came first.
  if (body.status !== 'paid') await scene.click(body.paymentUrl);
  const settled = await awaitIt(scene, read, ({ status }) => status === 'paid' || status === 'failed');
  if (settled.body.status === 'paid') client.life.paid.push(reference);
  return settled.body.status === 'paid';
}
