import type { Json } from '@motcua/scenario';
import {
  awaitAnswer,
  awaitStatus,
  moveClock,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../../scenario/scenario-world.js';

/** What has a result goes out in one bag by post. */
export async function returnBag(world: ScenarioWorld, processed: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates } = world;
  const { clerk } = participants;
  await moveClock(world, dates.returned);
  const { etag } = await client.get(clerk.subject, `/intake/v1/dossiers/${processed.id}`);
  const taken = expect.answered(
    'a bag is returned',
    202,
    await client.post(clerk.subject, '/intake/v1/bulk-returns', {
      json: { method: 'post', items: [{ id: processed.id, etag, trackingNumber: 'EX000000002VN' }] },
    }),
  );
  const path = String(taken.headers.get('location'));
  await awaitAnswer(
    world,
    'the bag is done',
    () => client.get(clerk.subject, path),
    ({ body }) => body.state === 'finished',
  );
  const [item] = (await client.get(clerk.subject, `${path}/items`)).body.items as Json[];
  expect.equal('result of the item', item.result?.status, 'returned', item);
  const returned = await awaitStatus(world, processed.id, 'returned');
  tell.scene({
    at: returned.view.statusSince,
    who: clerk,
    service: 'dossier-intake',
    vi: 'Trả kết quả trong một túi gửi bưu chính',
    en: 'Returns the result in a bag of the post',
    status: 'returned',
  });
  return returned;
}
