import { exampleOf, type Json, type Participants, type ScenarioAnswer, type ScenarioClient } from '@motcua/scenario';
import type { Note } from './count-by-hand.js';
import { NotAsExpected } from '../scenario/not-as-expected.js';

export interface MonthWorld {
  readonly client: ScenarioClient;
  readonly participants: Participants;
  readonly procedure: { readonly code: string; readonly variant: Json; readonly formSchema: Json };
  readonly paper: Uint8Array<ArrayBuffer>;
}

/** A dossier of the month, with what is noted of it. */
export interface Played {
  readonly id: string;
  readonly note: Note;
}

const HOME = 'Số 1 đường Mẫu, xã Bình Sơn, tỉnh Quảng Ngãi';
const ONWARDS = ['forward', 'approve', 'sign'];

/** @throws NotAsExpected with the answer */
function answered(what: string, answer: ScenarioAnswer, status = 201): ScenarioAnswer {
  if (answer.status === status) return answer;
  throw new NotAsExpected(what, status, answer.status, answer.body);
}

const pathOf = (id: string): string => `/intake/v1/dossiers/${id}`;

export async function submit(
  { client, participants, procedure, paper }: MonthWorld,
  channel: Note['channel'],
): Promise<Played> {
  const { citizen, clerk, agency } = participants;
  const sender = channel === 'online' ? citizen.subject : clerk.subject;
  const drafted = answered(
    'the draft',
    await client.post(sender, '/intake/v1/dossiers', {
      headers: { prefer: 'wait=5' },
      json: {
        procedureCode: procedure.code,
        variant: procedure.variant.code,
        channel,
        receivingAgency: agency,
        competentAgency: agency,
        applicant: {
          kind: 'citizen',
          identity: { type: 'citizenId', number: citizen.citizen_id },
          fullName: citizen.name,
          phone: '+84900000001',
          email: 'mau@example.test',
          address: HOME,
        },
        delivery: { method: 'post', address: HOME },
        formData: exampleOf(procedure.formSchema),
      },
    }),
  );
  const { id } = drafted.body as { id: string };
  let { etag } = drafted;
  for (const { code, required } of procedure.variant.components as { code: string; required: boolean }[]) {
    if (!required) continue;
    const path = `${pathOf(id)}/files?component=${encodeURIComponent(code)}`;
    const file = { name: `${code}.pdf`, bytes: paper };
    ({ etag } = answered('the paper', await client.post(sender, path, { file })));
  }
  answered('the submission', await client.post(sender, `${pathOf(id)}/submission`, { seen: etag }));
  return { id, note: { channel } };
}

/** What an officer or the citizen does with a dossier as it stands. */
async function act(world: MonthWorld, persona: string, id: string, action: string, json: object): Promise<Json> {
  const { etag } = answered('the dossier', await world.client.get(persona, pathOf(id)), 200);
  return answered(action, await world.client.post(persona, `${pathOf(id)}/${action}`, { seen: etag, json })).body;
}

export async function accept(world: MonthWorld, { id, note }: Played): Promise<void> {
  const { acceptedAt, promisedDueAt } = await act(world, world.participants.clerk.subject, id, 'acceptance', {});
  Object.assign(note, { acceptedAt, dueAt: promisedDueAt });
}

export async function refuse(world: MonthWorld, { id, note }: Played): Promise<void> {
  const { code } = (world.procedure.variant.components as { code: string; required: boolean }[]).find(
    ({ required }) => required,
  )!;
  const reason = 'Không thuộc thẩm quyền giải quyết.';
  const json = { reason, faults: [{ component: code, reason }] };
  await act(world, world.participants.clerk.subject, id, 'refusal', json);
  note.ended = 'refused';
}

/** By the citizen, online: at a counter it takes a signed request. */
export async function withdraw(world: MonthWorld, { id, note }: Played): Promise<void> {
  const { subject } = world.participants.citizen;
  await act(world, subject, id, 'withdrawal', { reason: 'Người nộp không còn nhu cầu.' });
  note.ended = 'withdrawn';
}

/** From the first task to the signed result. */
export async function work({ client, participants }: MonthWorld, { id, note }: Played): Promise<void> {
  const path = `/workflow/v1/cases/${id}`;
  for (let drawnUp = false; ;) {
    const { body } = answered(
      'the case',
      await client.get(participants.leader.subject, path, { prefer: 'wait=5' }),
      200,
    );
    const [task] = body.openTasks as [Json];
    const { subject } = participants[task.role as 'clerk' | 'specialist' | 'leader'];
    if (task.holder === null) {
      answered('the claim', await client.post(subject, `/workflow/v1/tasks/${task.id}/claim`, { seen: task.etag }));
    } else if (task.step.code === 'appraisal' && !drawnUp) {
      const json = { paragraphs: ['Văn bản này được tạo ra để minh họa, không có giá trị pháp lý.'] };
      answered('the result', await client.post(subject, `${path}/generated-results`, { json }));
      drawnUp = true;
    } else {
      const outcome = (task.outcomes as string[]).find((one) => ONWARDS.includes(one)) ?? task.outcomes[0];
      const sending = { seen: task.etag as string, json: { outcome } };
      const done = answered(
        'the task',
        await client.post(subject, `/workflow/v1/tasks/${task.id}/completion`, sending),
      );
      if (done.body.case.status !== 'completed') continue;
      note.processedAt = done.body.closedAt;
      return;
    }
  }
}
