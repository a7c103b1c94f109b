import { claim, readCase } from '../assign-officer.js';
import { nameOfAgency, type ScenarioDossier, type ScenarioWorld } from '../../scenario/scenario-world.js';

const WRONG_AGENCY = 'H48.05';

/** Handed to the wrong agency, and fetched back before somebody claims it there. */
export async function recallHandOver(world: ScenarioWorld, { id }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants, dates } = world;
  const { specialist } = participants;
  const task = await claim(world, specialist.subject, id, 'appraisal');
  const path = `/workflow/v1/tasks/${task.id}`;
  const handed = expect.answered(
    'the task is handed over',
    201,
    await client.post(specialist.subject, `${path}/hand-over`, {
      seen: task.etag,
      json: { agency: WRONG_AGENCY, reason: 'Thuộc lĩnh vực của cơ quan khác' },
    }),
  );
  expect.equal('agency of the task', handed.body.agency, WRONG_AGENCY);
  expect.answered(
    'the task is recalled',
    201,
    await client.post(specialist.subject, `${path}/recall`, {
      seen: handed.etag,
      json: { reason: 'Chuyển nhầm cơ quan' },
    }),
  );
  const { body } = await readCase(world, specialist.subject, id);
  expect.equal('agency of the task after the recall', body.currentTask.agency, participants.agency);
  await claim(world, specialist.subject, id, 'appraisal');
  const wrong = await nameOfAgency(world, WRONG_AGENCY);
  tell.scene({
    at: dates.assigned.toString(),
    who: specialist,
    service: 'processing-workflow',
    vi: `Chuyển nhầm hồ sơ sang ${wrong}, rút lại khi chưa ai nhận`,
    en: `Hands the task to the wrong agency (${wrong}), and recalls it before anybody claims it there`,
  });
}
