import { loadPersonas, type Persona } from '@motcua/development-issuer';
import type { Json } from '@motcua/scenario';
import {
  awaitAnswer,
  awaitStatus,
  moveClock,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../../scenario/scenario-world.js';
import { sayMoney, sayMoneyInEnglish } from '../../scenario/words.js';
import { returnBag } from './return-bag.js';

const REASON = 'Túi gửi nhầm bưu cục';

/**
 * A bag goes to the wrong post office, which sends it back; then the post brings the result to its applicant. Where no postal service
 * is simulated, the result goes out in one bag.
 */
export async function returnByPost(world: ScenarioWorld, processed: ScenarioDossier): Promise<ScenarioDossier> {
  const { client } = world;
  const postal = loadPersonas().find(({ roles }) => roles.includes('postal-clerk'));
  const isSimulated = (await client.get(null, '/postal-service/control/faults')).status === 200;
  if (!postal?.agency || !isSimulated) return returnBag(world, processed);
  await moveClock(world, world.dates.returned);
  await bagComesBack(world, processed, { ...postal, agency: postal.agency });
  return deliver(world, processed, postal);
}

async function bagComesBack(
  { client, expect, tell, participants: { clerk }, dates }: ScenarioWorld,
  { id, code }: ScenarioDossier,
  postal: Persona & { readonly agency: string },
): Promise<void> {
  const move = async (who: Persona, { id: bag, version }: Json, action: string, json: object): Promise<Json> => {
    const path = `/intake/v1/bags/${bag}/${action}`;
    return expect.answered(
      `the bag: ${action}`,
      201,
      await client.post(who.subject, path, { json, seen: `"${version}"` }),
    ).body;
  };
  const made = expect.answered(
    'a bag is made',
    201,
    await client.post(clerk.subject, '/intake/v1/bags', { json: { to: postal.agency, dossiers: [id] } }),
  );
  const handed = await move(clerk, made.body, 'hand-over', { found: [code] });
  const back = await move(postal, handed, 'sending-back', { reason: REASON });
  const counted = await move(clerk, back, 'count', { found: [code] });
  expect.equal('missing in the bag', counted.differences.missing, [], counted);
  tell.scene({
    at: dates.returned.toString(),
    who: postal,
    service: 'dossier-intake',
    vi: `Trả lại túi ${String(counted.number)} gửi nhầm; Bộ phận Một cửa kiểm đếm đủ`,
    en: `Sends back bag ${String(counted.number)}; the one-stop office counts it whole`,
  });
}

async function deliver(world: ScenarioWorld, { id }: ScenarioDossier, postal: Persona): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates } = world;
  const { clerk } = participants;
  const { etag } = await client.get(clerk.subject, `/intake/v1/dossiers/${id}`);
  const { body: order } = expect.answered(
    'the post is ordered',
    201,
    await client.post(clerk.subject, `/intake/v1/dossiers/${id}/postal-orders`, { seen: etag }),
  );
  const taken = await awaitAnswer(
    world,
    'the post takes the order',
    () => client.get(clerk.subject, `/intake/v1/postal-orders?dossierId=${id}`),
    ({ body }) => (body.items as Json[])[0]?.state === 'taken',
  );
  const [{ trackingNumber, postage } = {} as Json] = taken.body.items as Json[];
  for (const [step, hours] of [
    ['collected', 1],
    ['delivered', 24],
  ] as const) {
    const at = dates.returned.add({ hours }).toString();
    const path = `/postal-service/control/orders/${String(order.orderNumber)}/${step}`;
    expect.answered(`the parcel is ${step}`, 200, await client.post(null, path, { json: { at } }));
  }
  const returned = await awaitStatus(world, id, 'returned');
  expect.equal('tracking number', returned.view.returned.trackingNumber, trackingNumber, returned.view);
  tell.scene({
    at: returned.view.statusSince,
    who: postal,
    service: 'dossier-intake',
    vi: `Phát kết quả qua bưu chính, mã bưu gửi ${String(trackingNumber)}, cước ${sayMoney(postage)} do bưu chính thu`,
    en: `Delivers the result by post, ${String(trackingNumber)}; postage of ${sayMoneyInEnglish(postage)} goes to the post`,
    status: 'returned',
  });
  return returned;
}
