import { awaitAnswer, moveClock, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { owedAt, payBeforeReturn } from './pay-fee.js';

const TRACKING_NUMBER = 'EX000000001VN';

/** R16: the return is refused while a fee is owed; then the parcel is handed over (→ 10). */
export async function returnResult(world: ScenarioWorld, processed: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates } = world;
  await moveClock(world, dates.returned);
  const json = { method: 'post', trackingNumber: TRACKING_NUMBER };
  const path = `/intake/v1/dossiers/${processed.id}/return`;
  if (owedAt(processed, 'beforeReturn') > 0) {
    const refused = await client.post(participants.clerk.subject, path, { seen: processed.etag, json });
    expect.answered('the return while a fee is owed (R16)', 409, refused);
    await payBeforeReturn(world, processed);
  }
  // Payment reaches intake by event, and a payment that changes no status still changes the dossier's version.
  const answer = await awaitAnswer(
    world,
    'the result is returned',
    async () => {
      const { etag } = await client.get(participants.clerk.subject, `/intake/v1/dossiers/${processed.id}`);
      return client.post(participants.clerk.subject, path, { seen: etag, json });
    },
    ({ status }) => status === 201,
  );
  const view = answer.body;
  expect.equal('status', view.status, 'returned');
  tell.scene({
    at: view.statusSince,
    who: participants.clerk,
    service: 'dossier-intake',
    vi: `Trả kết quả qua bưu chính, mã bưu gửi ${TRACKING_NUMBER}`,
    en: `Returns the result by post, parcel ${TRACKING_NUMBER}`,
    status: 'returned',
  });
  return { ...processed, etag: answer.etag, view };
}
