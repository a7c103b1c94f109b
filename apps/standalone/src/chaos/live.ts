import { setTimeout as pause } from 'node:timers/promises';
import { exampleOf } from '../demo/story/example-of-schema.js';
import type { Json, StoryAnswer } from '../demo/story/story-client.js';
import type { Dice } from './dice.js';
import type { LifeClient } from './life-client.js';
import { payFor } from './pay.js';
import { processCase } from './process-case.js';
import type { Played } from './society.js';

export interface Scene extends Played {
  readonly client: LifeClient;
  readonly dice: Dice;
  readonly channel: 'online' | 'counter';
  /** Who hands in. */
  readonly sender: string;
  readonly paper: Uint8Array<ArrayBuffer>;
  /** The payer pays on the platform's page. */
  readonly click: (paymentUrl: string) => Promise<void>;
}

const HOME = 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi';
const REASON = 'Bản chụp bị mờ, đề nghị gửi lại bản rõ.';

/** An answer that a client of ours never expects: the run goes on, and tells it. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

export const answered = (what: string, answer: StoryAnswer, ...statuses: number[]): StoryAnswer => {
  if (statuses.includes(answer.status)) return answer;
  throw new NotUnderstood(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`.slice(0, 500));
};

/**
 * Looks until it is as awaited: while there are faults nobody promises when. What has not come when they have ended is for
 * the checks to find. @throws TimeIsUp
 */
export async function awaitIt(
  { client }: Pick<Scene, 'client'>,
  look: () => Promise<StoryAnswer>,
  arrived: (body: Json) => boolean,
): Promise<StoryAnswer> {
  for (; ; await pause(200)) {
    const answer = await look();
    if (answer.status === 200 && arrived(answer.body)) return answer;
    client.goesOn();
  }
}

const pathOf = ({ client: { life } }: Scene): string => `/intake/v1/dossiers/${life.dossierId}`;

/** A draft is seen by nobody but who makes it. */
export const look = ({ client, cast, sender }: Scene): Promise<StoryAnswer> =>
  client.get(client.life.code === null ? sender : cast.clerk.subject, `/intake/v1/dossiers/${client.life.dossierId}`);

export const etagOf = (scene: Scene) => async (): Promise<string> => (await look(scene)).etag;

export async function awaitStatus(scene: Scene, ...statuses: string[]): Promise<StoryAnswer> {
  scene.client.life.statuses = statuses;
  return awaitIt(
    scene,
    () => look(scene),
    ({ status }) => statuses.includes(status),
  );
}

async function draft(scene: Scene): Promise<void> {
  const { client, cast, channel, paper, procedure, sender } = scene;
  const { competentAgency, variant } = procedure;
  const kind = ['citizen', 'other'].find((one) => procedure.subjects.includes(one));
  const answer = answered(
    'a draft',
    await client.command('draft', sender, '/intake/v1/dossiers', {
      json: {
        procedureCode: procedure.code,
        variant: variant.code,
        channel,
        receivingAgency: competentAgency,
        competentAgency,
        applicant: {
          ...(kind === undefined
            ? { kind: 'enterprise', identity: { type: 'taxCode', number: '0000000017' } }
            : { kind, identity: { type: 'citizenId', number: cast.citizen.citizen_id } }),
          fullName: cast.citizen.name,
          phone: '+84900000001',
          email: 'mau@example.test',
          address: HOME,
        },
        delivery: { method: 'post', address: HOME },
        formData: exampleOf(procedure.formSchema),
      },
    }),
    201,
  );
  client.life.dossierId = answer.body.id;
  client.life.statuses = ['draft'];
  for (const { code, required } of variant.components as Json[]) {
    if (required) await attach(scene, code, paper);
  }
}

const attach = async (scene: Scene, component: string, bytes: Uint8Array<ArrayBuffer>): Promise<StoryAnswer> =>
  answered(
    'a paper',
    await scene.client.command(
      'paper',
      scene.sender,
      `${pathOf(scene)}/files?component=${encodeURIComponent(component)}`,
      { file: { name: 'giay-to.pdf', bytes } },
    ),
    201,
  );

async function submit(scene: Scene): Promise<void> {
  const { client, sender } = scene;
  const answer = await client.race('submission', sender, `${pathOf(scene)}/submission`, etagOf(scene));
  const { code, status } = answered('the submission', answer, 201).body;
  client.life.code = code;
  client.life.statuses = [status];
}

/** A required paper, asked for again and given: before acceptance to intake, afterwards through it to the case. */
export async function giveSupplement(
  scene: Scene,
  kind: 'supplementGiven' | 'caseSupplementGiven',
  number: number,
): Promise<StoryAnswer> {
  const { client, paper, procedure, sender } = scene;
  const component = (procedure.variant.components as Json[]).find(({ required }) => required);
  await attach(scene, component.code, paper);
  const path = `${pathOf(scene)}/supplement-requests/${number}/completion`;
  return answered('the supplement', await client.act(kind, sender, path, etagOf(scene), {}), 201, 202);
}

const itemsAtFault = ({ procedure }: Scene): object[] => [
  { component: (procedure.variant.components as Json[]).find(({ required }) => required).code, reason: REASON },
];

export const supplementItems = (scene: Scene): object => ({ items: itemsAtFault(scene) });

async function supplementBeforeAcceptance(scene: Scene): Promise<void> {
  const { client, cast } = scene;
  const path = `${pathOf(scene)}/supplement-requests`;
  const asked = await client.act('supplementAsked', cast.clerk.subject, path, etagOf(scene), supplementItems(scene));
  const requests = answered('the supplement request', asked, 201).body.supplementRequests as Json[] | undefined;
  client.life.statuses = ['supplementRequired'];
  const number = requests?.at(-1)?.number ?? (await look(scene)).body.supplementRequests.at(-1).number;
  await giveSupplement(scene, 'supplementGiven', number);
  client.life.statuses = ['registered'];
}

/** True when the life is over. */
async function beforeAcceptance(scene: Scene): Promise<boolean> {
  const { client, cast, dice, sender } = scene;
  if (dice.chance(0.12)) await supplementBeforeAcceptance(scene);
  if (dice.chance(0.07)) {
    const json = { reason: 'Người nộp không còn nhu cầu.' };
    const path = `${pathOf(scene)}/withdrawal`;
    answered('the withdrawal', await client.act('withdrawal', sender, path, etagOf(scene), json), 201);
    client.life.statuses = ['withdrawn'];
    return true;
  }
  if (dice.chance(0.07)) {
    const json = { reason: 'Không thuộc thẩm quyền.', faults: itemsAtFault(scene) };
    const path = `${pathOf(scene)}/refusal`;
    answered('the refusal', await client.act('refusal', cast.clerk.subject, path, etagOf(scene), json), 201);
    client.life.statuses = ['refused'];
    return true;
  }
  return false;
}

async function accept(scene: Scene, cashReceiptNumber: string | undefined): Promise<void> {
  const { client, cast, dice } = scene;
  const path = `${pathOf(scene)}/acceptance`;
  const clerk = cast.clerk.subject;
  const isPaid = cashReceiptNumber === undefined || (await look(scene)).body.status === 'registered';
  const json = isPaid ? {} : { cashReceiptNumber };
  const answer = await (dice.chance(0.4)
    ? client.race('acceptance', clerk, path, etagOf(scene), json)
    : client.act('acceptance', clerk, path, etagOf(scene), json));
  answered('the acceptance', answer, 201);
  client.life.statuses = ['accepted'];
  client.life.accepted = true;
}

async function giveBack(scene: Scene): Promise<void> {
  const { client, cast } = scene;
  await awaitStatus(scene, 'processed');
  await payFor(scene, 'beforeReturn');
  const json = { method: 'post', trackingNumber: 'EX000000001VN' };
  for (; ; await pause(500)) {
    const answer = await client.act('return', cast.clerk.subject, `${pathOf(scene)}/return`, etagOf(scene), json);
    if (answer.status === 201) break;
    // The payment arrives by event.
    answered('the return', answer, 409);
  }
  client.life.statuses = ['returned'];
}

/** One dossier from draft to its end, by choices that the dice make. */
export async function live(scene: Scene): Promise<void> {
  await draft(scene);
  await submit(scene);
  const cashReceipt = await payFor(scene, 'beforeAcceptance');
  if (cashReceipt === undefined) await awaitStatus(scene, 'registered');
  if (cashReceipt === undefined && (await beforeAcceptance(scene))) return;
  await accept(scene, cashReceipt);
  if (await processCase(scene)) await giveBack(scene);
}
