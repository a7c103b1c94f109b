import { setTimeout as pause } from 'node:timers/promises';
import { fillPortalForm, type Json, portalPaper } from '@motcua/scenario';
import { awaitIt, look, type Scene } from './scene.js';

const HOME = 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi';
const ATTEMPT_MS = 20_000;
const PAUSE_MS = 500;
const PATIENCE_MS = 180_000;

/** What the portal's server makes of an act of a citizen; undefined where nobody, or not the province, took it. */
async function pushed(url: string, act: Json): Promise<Json> {
  try {
    const answer = await fetch(`${url}/control/dossiers`, {
      method: 'POST',
      body: JSON.stringify(act),
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    const { pushed: told } = (await answer.json()) as Json;
    return told?.status === 202 ? told.answer : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A citizen submits at the national portal, which tells the province until the province has it. Its people then know that it
 * was submitted, and not yet whether a fee is owed.
 */
export async function submitAtPortal(scene: Scene, portalUrl: string): Promise<void> {
  const { client, participants, paper, procedure } = scene;
  const { citizen } = participants;
  const { life } = client;
  const act = fillPortalForm({
    portalCode: `000.00.00.G22-CHAOS-${life.number}`,
    procedure,
    citizen,
    home: HOME,
    submittedAt: '20261102080000',
    papers: (procedure.variant.components as Json[])
      .filter(({ required }) => required)
      .map(({ code }) => portalPaper(code, `${code}.pdf`, paper)),
  });
  client.goesOn();
  let taken: Json;
  // What was begun is ended, whatever the time: the portal has it, and would tell for ever.
  for (const until = performance.now() + PATIENCE_MS; !(taken = await pushed(portalUrl, act)); await pause(PAUSE_MS))
    if (performance.now() > until) throw new Error('the province has not taken what the portal pushed');
  life.dossierId = taken.id;
  life.statuses = ['registered', 'paymentRequired'];
  const { body } = await awaitIt(
    scene,
    () => look(scene),
    ({ status }) => status !== 'draft',
  );
  life.code = body.code;
  life.statuses = [body.status];
}
