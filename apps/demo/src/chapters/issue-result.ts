import type { Json } from '@motcua/scenario';
import {
  awaitAnswer,
  awaitStatus,
  moveClock,
  type ScenarioDossier,
  type ScenarioWorld,
} from '../scenario/scenario-world.js';
import { claim, complete } from './assign-officer.js';
import { consultAgencies } from './consult-agencies.js';

export const SIGNED = /\/ByteRange\s*\[/;

async function appraise(world: ScenarioWorld, { id }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants, dates } = world;
  await moveClock(world, dates.appraised);
  const task = await claim(world, participants.specialist.subject, id, 'appraisal');
  const result = expect.answered(
    'the result is drawn up',
    201,
    await client.post(participants.specialist.subject, `/workflow/v1/cases/${id}/generated-results`, {
      json: {
        paragraphs: [
          `Căn cứ kết quả thẩm định hồ sơ của ${participants.citizen.name};`,
          'Chứng nhận cơ sở nêu trong hồ sơ đủ điều kiện theo quy định của pháp luật hiện hành.',
          'Văn bản này được tạo ra để minh họa, không có giá trị pháp lý.',
        ],
      },
    }),
  );
  const { currentTask } = (
    await client.get(participants.specialist.subject, `/workflow/v1/cases/${id}`, { prefer: 'wait=5' })
  ).body;
  const done = await complete(
    world,
    participants.specialist.subject,
    { ...task, etag: currentTask.etag },
    { outcome: 'forward' },
  );
  const { openTasks } = done.case;
  const asked = openTasks.filter(({ kind }: Json) => kind === 'opinion').map(({ agency }: Json) => agency);
  expect.equal('next step', openTasks[0].step.code, asked.length > 0 ? 'consultation' : 'approval');
  tell.scene({
    at: done.closedAt,
    who: participants.specialist,
    service: 'processing-workflow',
    vi: `Thẩm định xong, dự thảo kết quả số ${result.body.number ?? '–'} và ${asked.length > 0 ? `lấy ý kiến ${asked.join(', ')} cùng lúc` : 'trình lãnh đạo'}`,
    en: `Has appraised the dossier, draws up the result and ${asked.length > 0 ? `asks ${asked.join(', ')} at once` : 'hands it to the leader'}`,
  });
}

async function approveAndSign(world: ScenarioWorld, { id, code }: ScenarioDossier): Promise<void> {
  const { client, expect, tell, participants, dates } = world;
  await moveClock(world, dates.signed);
  const approved = await complete(
    world,
    participants.leader.subject,
    await claim(world, participants.leader.subject, id, 'approval'),
    {
      outcome: 'approve',
    },
  );
  expect.equal('decision', approved.case.decision, 'granted');
  tell.scene({
    at: approved.closedAt,
    who: participants.leader,
    service: 'processing-workflow',
    vi: 'Phê duyệt',
    en: 'Approves',
  });
  const signed = await complete(
    world,
    participants.leader.subject,
    await claim(world, participants.leader.subject, id, 'signing'),
    {
      outcome: 'sign',
    },
  );
  expect.equal('status of the case', signed.case.status, 'completed');
  const { body } = await awaitAnswer(
    world,
    "the result is in the applicant's hands",
    () => client.get(participants.citizen.subject, `/intake/v1/dossiers/${id}`),
    (answer) => answer.body.status === 'processed' && answer.body.results.length > 0,
  );
  const [result] = body.results as Json[];
  // What is owed before the return holds the result back from the applicant (R16).
  const content = `/intake/v1/files/${result.id}/content`;
  const owed = Number(body.owed) > 0;
  if (owed)
    expect.answered('the result while a fee is owed', 409, await client.get(participants.citizen.subject, content));
  const reader = owed ? participants.clerk : participants.citizen;
  const file = expect.answered('the signed result', 200, await client.get(reader.subject, content));
  expect.holds('the PDF carries a signature', SIGNED.test(Buffer.from(file.bytes).toString('latin1')));
  const path = await world.save(`ket-qua-${code}.pdf`, file.bytes);
  const dossier = await awaitStatus(world, id, 'processed');
  tell.scene({
    at: signed.closedAt,
    who: participants.leader,
    service: 'processing-workflow',
    vi: `Ký số và ban hành: ${result.name}${result.number ? `, số ${result.number}` : ''}`,
    en: 'Signs the result; it goes into the store of the applicant (R20)',
    status: dossier.view.status,
    details: [`· ${path}`],
  });
}

/** Appraisal, the opinions of other agencies, approval, signature: the case completes (→ 9). */
export async function issueResult(world: ScenarioWorld, dossier: ScenarioDossier): Promise<ScenarioDossier> {
  await appraise(world, dossier);
  await consultAgencies(world, dossier);
  await approveAndSign(world, dossier);
  return awaitStatus(world, dossier.id, 'processed');
}
