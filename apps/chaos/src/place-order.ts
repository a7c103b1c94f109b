import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '@motcua/scenario';
import { answered, type Scene } from './scene.js';

const THINKS_MS = 1_000;

export type CollectionTime = 'beforeAcceptance' | 'beforeReturn' | 'onDemand';

/** @throws TimeIsUp */
export async function placeOrder(scene: Scene, time: CollectionTime, method: string, payer: string): Promise<Json> {
  const { client } = scene;
  // From here on the money may come at any time, whether or not we are there to hear of it.
  if (time === 'beforeAcceptance') client.life.statuses = ['paymentRequired', 'registered'];
  if (time === 'onDemand') client.life.statuses = ['paymentRequired', 'processing'];
  for (; ; await pause(THINKS_MS)) {
    const answer = await client.command('order', payer, '/payment/v1/orders', {
      headers: { prefer: 'wait=5' },
      json: { dossierId: client.life.dossierId, method, collect: [time] },
    });
    // Payment hears by an event of what was demanded in the course of the case: until then nothing is owed for it.
    const isHeardOf = time !== 'onDemand' || answer.body?.code !== 'PAYMENT.NOTHING_OWED';
    if (isHeardOf) return { ...answered('the order', answer, 201).body, etag: answer.etag };
    client.goesOn();
  }
}
