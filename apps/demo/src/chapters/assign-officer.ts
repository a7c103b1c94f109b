import type { Json, ScenarioAnswer } from '@motcua/scenario';
import { awaitStatus, moveClock, type ScenarioDossier, type ScenarioWorld } from '../scenario/scenario-world.js';

/** The case as an officer sees it, once the workflow knows of it. */
export async function readCase(world: ScenarioWorld, officer: string, id: string): Promise<ScenarioAnswer> {
  const answer = await world.client.get(officer, `/workflow/v1/cases/${id}`, { prefer: 'wait=10' });
  return world.expect.answered('the case', 200, answer);
}

/** Takes the open task of a step; answers it. */
export async function claim(world: ScenarioWorld, officer: string, id: string, step: string): Promise<Json> {
  const { client, expect } = world;
  const found = (await readCase(world, officer, id)).body;
  expect.equal('step of the case', found.currentTask?.step.code, step, found);
  if (found.currentTask.holder?.subject === officer) return found.currentTask;
  const answer = await client.post(officer, `/workflow/v1/tasks/${found.currentTask.id}/claim`, {
    seen: found.currentTask.etag,
  });
  expect.answered(`${officer} claims ${step}`, 201, answer);
  expect.equal('holder of the task', answer.body.holder.subject, officer);
  return { ...found.currentTask, ...answer.body, etag: answer.etag };
}

export async function complete(world: ScenarioWorld, officer: string, task: Json, json: object): Promise<Json> {
  const answer = await world.client.post(officer, `/workflow/v1/tasks/${task.id}/completion`, {
    seen: task.etag,
    json,
  });
  return world.expect.answered(`${officer} completes ${task.step.code}`, 201, answer).body;
}

/** The leader looks at the work list, takes the case in hand and says who appraises it; the dossier is in processing (2 → 4). */
export async function assignOfficer(world: ScenarioWorld, { id, code }: ScenarioDossier): Promise<ScenarioDossier> {
  const { client, expect, tell, participants, dates } = world;
  await moveClock(world, dates.assigned);
  await readCase(world, participants.leader.subject, id);
  const list = expect.answered(
    "the leader's work list",
    200,
    await client.get(participants.leader.subject, '/workflow/v1/tasks?assignee=role'),
  );
  expect.holds(
    'the work list has the dossier',
    (list.body.items as Json[]).some((one) => one.code === code),
    list.body,
  );
  const task = await claim(world, participants.leader.subject, id, 'assignment');
  const done = await complete(world, participants.leader.subject, task, {
    outcome: 'forward',
    nextAssignee: participants.specialist.subject,
    comment: 'Đề nghị thẩm định trong thời hạn.',
  });
  expect.equal('who appraises', done.case.currentTask.holder.subject, participants.specialist.subject);
  const dossier = await awaitStatus(world, id, 'processing');
  tell.scene({
    at: done.closedAt,
    who: participants.leader,
    service: 'processing-workflow',
    vi: `Phân công ${participants.specialist.name} thẩm định`,
    en: `Takes the case in hand and assigns it to ${participants.specialist.name}`,
    status: dossier.view.status,
  });
  return dossier;
}
