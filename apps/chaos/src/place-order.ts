import type { Json } from '@motcua/scenario';
import { answered, type Scene } from './scene.js';

export type CollectionTime = 'beforeAcceptance' | 'beforeReturn' | 'onDemand';

export async function placeOrder(scene: Scene, time: CollectionTime, method: string, payer: string): Promise<Json> {
  const { client } = scene;
  // From here on the money may come at any time, whether or not we are there to hear of it.
  if (time === 'beforeAcceptance') client.life.statuses = ['paymentRequired', 'registered'];
  if (time === 'onDemand') client.life.statuses = ['paymentRequired', 'processing'];
  const answer = await client.command('order', payer, '/payment/v1/orders', {
    headers: { prefer: 'wait=5' },
    json: { dossierId: client.life.dossierId, method, collect: [time] },
  });
  return { ...answered('the order', answer, 201).body, etag: answer.etag };
}
