import type { Json } from '@motcua/scenario';
import { payBeforeAcceptance } from '../pay-fee.js';
import { submitDossier } from '../submit-dossier.js';
import {
  aside,
  awaitAnswer,
  awaitStatus,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../../scenario/scenario-world.js';

/** Two dossiers are accepted at once: what would become of each is looked at first, and then exactly that is done. */
export async function acceptInBulk(world: ScenarioWorld, waiting: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates } = world;
  const { clerk } = participants;
  const later = dates.accepted.add({ minutes: 10 });
  const beside = aside({ ...world, dueByHand: null, dates: { ...dates, submitted: later, paid: later } });
  const other = await payBeforeAcceptance(beside, await submitDossier(beside));
  const finished = async (json: object): Promise<Json> => {
    const taken = expect.answered(
      'a bulk action',
      202,
      await client.post(clerk.subject, '/intake/v1/bulk-actions', { json }),
    );
    const path = String(taken.headers.get('location'));
    const done = await awaitAnswer(
      world,
      'the bulk action is finished',
      () => client.get(clerk.subject, path),
      ({ body }) => body.state === 'finished',
    );
    return done.body;
  };
  const items = [waiting, other].map(({ id, etag }) => ({ id, etag }));
  const preview = await finished({ action: 'accept', dryRun: true, items });
  expect.equal('dossiers that would be accepted', preview.counts.done, 2, preview);
  const applied = await finished({ preview: preview.id });
  expect.equal('dossiers that are accepted', applied.counts.done, 2, applied);
  const accepted = await awaitStatus(world, waiting.id, 'accepted');
  tell.scene({
    at: accepted.view.statusSince,
    who: clerk,
    service: 'dossier-intake',
    vi: `Tiếp nhận hai hồ sơ cùng lúc (${waiting.code}, ${other.code}) sau khi xem trước kết quả`,
    en: `Accepts two dossiers at once (${waiting.code}, ${other.code}), after a preview of the outcome for each`,
    status: 'accepted',
  });
  return accepted;
}
