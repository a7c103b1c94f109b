import type { Json, ScenarioAnswer } from '@motcua/scenario';
import { answered, etagOf, pathOf, type Scene } from './scene.js';

const REASON = 'Bản chụp bị mờ, đề nghị gửi lại bản rõ.';

export const attach = async (
  scene: Scene,
  component: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ScenarioAnswer> =>
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

/** What an office does for somebody rests on a request that the person has signed; a citizen needs none. */
export async function onBehalf(scene: Scene): Promise<object> {
  const { participants, paper, sender } = scene;
  if (sender === participants.citizen.subject) return {};
  const signed = await attach(scene, 'VAN-BAN-DE-NGHI', paper);
  return { askedBy: participants.citizen.name, signedRequest: signed.body.id };
}

/** A required paper, asked for again and given: before acceptance to intake, afterwards through it to the case. */
export async function giveSupplement(
  scene: Scene,
  kind: 'supplementGiven' | 'caseSupplementGiven',
  number: number,
): Promise<ScenarioAnswer> {
  const { client, paper, procedure, sender } = scene;
  const component = (procedure.variant.components as Json[]).find(({ required }) => required);
  await attach(scene, component.code, paper);
  const path = `${pathOf(scene)}/supplement-requests/${number}/completion`;
  const json = await onBehalf(scene);
  return answered('the supplement', await client.act(kind, sender, path, etagOf(scene), json), 201, 202);
}

export const itemsAtFault = ({ procedure }: Scene): object[] => [
  { component: (procedure.variant.components as Json[]).find(({ required }) => required).code, reason: REASON },
];

export const supplementItems = (scene: Scene): object => ({ items: itemsAtFault(scene) });
