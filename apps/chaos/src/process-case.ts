import type { Json, ScenarioAnswer } from '@motcua/scenario';
import { payLateFee } from './late-fee.js';
import { answered, awaitIt, awaitStatus, etagOf, type Scene } from './scene.js';
import { giveSupplement, onBehalf, supplementItems } from './supplement.js';
import { officerFor } from './participants.js';

/** What an officer chooses where nothing speaks against it. */
const ONWARDS = ['forward', 'approve', 'sign'];
const PARAGRAPHS = ['Văn bản này được tạo ra để thử hệ thống, không có giá trị pháp lý.'];

const casePath = ({ client: { life } }: Scene): string => `/workflow/v1/cases/${life.dossierId}`;

const readCase = async (scene: Scene): Promise<ScenarioAnswer> =>
  answered(
    'the case',
    await scene.client.get(scene.participants.leader.subject, casePath(scene), { prefer: 'wait=5' }),
    200,
  );

const caseEtag = (scene: Scene) => async (): Promise<string> => (await readCase(scene)).etag;

/** Who has the case in hand, or may take it. */
const officerOf = ({ holder, role, agency }: Json): string => holder?.subject ?? officerFor(role, agency);

/** What befalls the case on its way, once each at most. */
interface Fate {
  supplement: boolean;
  lateFee: boolean;
  withdrawal: boolean;
  stop: boolean;
  sendBack: boolean;
  drawnUp: boolean;
}

/** From acceptance to the signed result. False when the case ended without one. */
export async function processCase(scene: Scene): Promise<boolean> {
  const { client, dice } = scene;
  const fate: Fate = {
    supplement: dice.chance(0.2),
    lateFee: dice.chance(0.25),
    withdrawal: dice.chance(0.06),
    stop: dice.chance(0.05),
    sendBack: dice.chance(0.1),
    drawnUp: false,
  };
  for (;;) {
    const { body } = await readCase(scene);
    if (body.status === 'completed') return true;
    if (body.status !== 'open') return false;
    const started = body.startedAt !== null;
    if (started && fate.supplement) {
      fate.supplement = false;
      await supplement(scene, officerOf(body.openTasks[0]));
    } else if (started && fate.lateFee) {
      fate.lateFee = false;
      await payLateFee(scene, officerOf(body.openTasks[0]), casePath(scene), () => readCase(scene));
    } else if (started && fate.withdrawal) {
      fate.withdrawal = false;
      if (await withdraw(scene)) return false;
    } else if (started && fate.stop) {
      fate.stop = false;
      await stop(scene, officerOf(body.openTasks[0]));
      return false;
    } else if (await work(scene, body.openTasks[0], fate)) {
      client.life.statuses = ['processed'];
      return true;
    }
  }
}

async function supplement(scene: Scene, officer: string): Promise<void> {
  const { client } = scene;
  const path = `${casePath(scene)}/supplement-requests`;
  const asked = await client.act('caseSupplementAsked', officer, path, caseEtag(scene), supplementItems(scene));
  answered('the supplement request of the case', asked, 201);
  client.life.statuses = ['supplementRequired'];
  const { number } = (await readCase(scene)).body.supplements.at(-1);
  await awaitStatus(scene, 'supplementRequired');
  await giveSupplement(scene, 'caseSupplementGiven', number);
  client.life.statuses = ['processing'];
  await awaitIt(
    scene,
    () => readCase(scene),
    ({ supplements }) => supplements.at(-1).completedAt !== null,
  );
}

/** After acceptance the case decides, and intake shows it. True when it was let go. */
async function withdraw(scene: Scene): Promise<boolean> {
  const { client, sender } = scene;
  const path = `/intake/v1/dossiers/${client.life.dossierId}/withdrawal`;
  const json = { reason: 'Người nộp không còn nhu cầu.', ...(await onBehalf(scene)) };
  answered('the withdrawal of the case', await client.act('caseWithdrawal', sender, path, etagOf(scene), json), 202);
  client.life.statuses = ['withdrawn'];
  await awaitStatus(scene, 'withdrawn');
  return true;
}

async function stop(scene: Scene, officer: string): Promise<void> {
  const { client } = scene;
  const json = { reason: 'Hồ sơ có tranh chấp đang được Tòa án thụ lý.' };
  const answer = await client.act('stop', officer, `${casePath(scene)}/stop`, caseEtag(scene), json);
  answered('the stop', answer, 201);
  client.life.statuses = ['stopped'];
}

/** One step of the open task. True when that was the signature. */
async function work(scene: Scene, task: Json, fate: Fate): Promise<boolean> {
  const { client, dice } = scene;
  const officer = officerFor(task.role, task.agency);
  const etag = async (): Promise<string> => (await openTask(scene, task.id))?.etag ?? task.etag;
  if (task.holder === null) {
    const claim = dice.chance(0.3) ? client.race.bind(client) : client.act.bind(client);
    answered('the claim', await claim('claim', officer, `/workflow/v1/tasks/${task.id}/claim`, etag), 201);
    client.life.statuses = ['processing'];
    return false;
  }
  if (task.step.code === 'appraisal' && !fate.drawnUp) {
    const json = { paragraphs: PARAGRAPHS };
    answered(
      'the result',
      await client.command('result', officer, `${casePath(scene)}/generated-results`, { json }),
      201,
    );
    fate.drawnUp = true;
    return false;
  }
  const sendBack = fate.sendBack && task.step.code === 'approval';
  if (sendBack) fate.sendBack = false;
  const outcome = sendBack
    ? 'sendBack'
    : ((task.outcomes as string[]).find((one) => ONWARDS.includes(one)) ?? task.outcomes[0]);
  const json = { outcome, ...(sendBack && { reason: 'Cần nêu rõ căn cứ.' }) };
  const done = await client.act('completion', officer, `/workflow/v1/tasks/${task.id}/completion`, etag, json);
  answered('the completion', done, 201);
  return done.body.case.status === 'completed';
}

const openTask = async (scene: Scene, id: string): Promise<Json> =>
  ((await readCase(scene)).body.openTasks as Json[]).find((one) => one.id === id);
