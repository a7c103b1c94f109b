import { loadPersonas } from '@motcua/development-issuer';
import type { Json } from '@motcua/scenario';
import { moveClock, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';
import { complete, readCase } from './assign-officer.js';

/** An officer of the seed who may answer for an agency that is asked. */
function whoAnswers(world: ScenarioWorld, { agency, role }: Json): string {
  const found = loadPersonas().find((one) => one.agency === agency && (one.roles as string[]).includes(role));
  world.expect.holds(`the seed has a ${role} of ${agency}`, found !== undefined);
  return found?.subject ?? '';
}

async function answer(world: ScenarioWorld, task: Json, stillAsked: number): Promise<void> {
  const { client, expect, tell } = world;
  const officer = whoAnswers(world, task);
  const claimed = await client.post(officer, `/workflow/v1/tasks/${task.id}/claim`, { seen: task.etag });
  expect.answered(`${officer} takes the question`, 201, claimed);
  const done = await complete(
    world,
    officer,
    { ...task, etag: claimed.etag },
    { outcome: 'agree', comment: 'Không có ý kiến khác.' },
  );
  expect.equal('agencies that are still asked', done.case.openTasks.filter(isOpinion).length, stillAsked);
  tell.scene({
    at: done.closedAt,
    who: loadPersonas().find(({ subject }) => subject === officer)!,
    service: 'processing-workflow',
    vi: `Trả lời lấy ý kiến: đồng ý${stillAsked > 0 ? ` (còn ${stillAsked} cơ quan)` : '; đủ ý kiến, chuyển phê duyệt'}`,
    en: `Answers the consultation: agrees${stillAsked > 0 ? ` (${stillAsked} still asked)` : '; everyone has, approval opens'}`,
  });
}

const isOpinion = ({ kind }: Json): boolean => kind === 'opinion';

/** The agencies that the process consults, all asked at once, answer one after the other; then the case goes on. */
export async function consultAgencies(world: ScenarioWorld, { id }: ScenarioDossier): Promise<void> {
  const { expect, participants, dates } = world;
  const asked: Json[] = (await readCase(world, participants.specialist.subject, id)).body.openTasks.filter(isOpinion);
  // A process that nobody defined for this procedure asks nobody.
  if (asked.length === 0) return;
  await moveClock(world, dates.consulted);
  for (const [i, task] of asked.entries()) await answer(world, task, asked.length - i - 1);
  const opinions = (await world.client.get(participants.leader.subject, `/workflow/v1/cases/${id}/opinions`)).body
    .items;
  expect.equal(
    'opinions in the case',
    opinions.map(({ opinion }: Json) => opinion).join(),
    asked.map(() => 'agree').join(),
  );
}
