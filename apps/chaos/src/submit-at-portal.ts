import { setTimeout as pause } from 'node:timers/promises';
import { fillPortalForm, type Json, portalPaper } from '@motcua/scenario';
import { awaitIt, look, type Scene } from './scene.js';

const HOME = 'Số 1 đường Mẫu, phường Cẩm Thành, tỉnh Quảng Ngãi';
const ATTEMPT_MS = 20_000;
const PAUSE_MS = 500;
const PATIENCE_MS = 180_000;
const MOST_SHOWN = 500;

/** What the province answered the portal's push with, or why it did not take it. */
type Pushed = { readonly taken: Json } | { readonly why: string };

async function pushed(url: string, act: Json): Promise<Pushed> {
  try {
    const answer = await fetch(`${url}/control/dossiers`, {
      method: 'POST',
      body: JSON.stringify(act),
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    const body = (await answer.json()) as Json;
    const told = body.pushed;
    if (told?.status === 202) return { taken: told.answer };
    return { why: told ? `the province: ${shown(told)}` : `the portal: ${answer.status} ${shown(body)}` };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    return { why: `${name}: ${cause?.code ?? cause?.message ?? message}` };
  }
}

const shown = (body: Json): string => JSON.stringify(body).slice(0, MOST_SHOWN);

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
  // What was begun is ended, whatever the time: the portal has it, and would tell for ever.
  const until = performance.now() + PATIENCE_MS;
  let last = await pushed(portalUrl, act);
  for (; 'why' in last; last = await pushed(portalUrl, act)) {
    if (performance.now() > until) throw new Error(`the province has not taken what the portal pushed: ${last.why}`);
    await pause(PAUSE_MS);
  }
  life.dossierId = last.taken.id;
  life.statuses = ['registered', 'paymentRequired'];
  const { body } = await awaitIt(
    scene,
    () => look(scene),
    ({ status }) => status !== 'draft',
  );
  life.code = body.code;
  life.statuses = [body.status];
}
