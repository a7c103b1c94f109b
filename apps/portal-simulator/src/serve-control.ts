import type { IncomingMessage } from 'node:http';
import { type Act, giveSupplement, pay, submitDossier, withdraw } from './citizen-acts.js';
import { readFaults } from './faults.js';
import type { NationalPortal } from './national-portal.js';
import type { ProvinceAccess } from './province-client.js';
import type { Wire } from './records.js';

interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

const ok = (body: unknown): ControlAnswer => ({ status: 200, body });
const UNKNOWN: ControlAnswer = { status: 404, body: { error: 'unknown' } };

const ACTS: Readonly<Record<string, (portal: NationalPortal, body: Wire) => Promise<Act>>> = {
  dossiers: submitDossier,
  supplements: giveSupplement,
  withdrawals: withdraw,
  payments: pay,
};

async function look(portal: NationalPortal, what: string): Promise<ControlAnswer> {
  const [first = '', ...rest] = what.split('/');
  const { observations, holdings, conduct } = portal;
  if (what === 'faults') return ok(conduct);
  if (what === 'calls') return ok(observations.calls);
  if (what === 'observations')
    return ok({
      calls: observations.counted,
      mostAtOnce: observations.mostAtOnce,
      crowded: [...observations.crowded],
      dossiers: holdings.size,
    });
  if (what === 'dossiers') return ok(holdings.all());
  if (first === 'dossiers') {
    const held = holdings.find(rest.join('/'));
    return held ? ok(held) : UNKNOWN;
  }
  if (first === 'province-dossiers')
    return ok(await portal.province.get(`dossiers/${encodeURIComponent(rest.join('/'))}`));
  return UNKNOWN;
}

async function act(portal: NationalPortal, what: string, body: Wire): Promise<ControlAnswer> {
  const citizenAct = ACTS[what];
  if (citizenAct) return ok(await citizenAct(portal, body));
  if (what === 'faults') {
    portal.misbehave(readFaults(body));
    return ok(portal.conduct);
  }
  if (what === 'files') {
    const {
      name = 'tep.pdf',
      mediaType = 'application/pdf',
      content = '',
      redirectTo,
      hang,
    } = body as Record<string, string>;
    return ok(
      portal.files.add({
        name,
        mediaType,
        content: Buffer.from(content, 'base64'),
        ...(redirectTo !== undefined && { redirectTo }),
        ...(hang !== undefined && { hang: true }),
      }),
    );
  }
  if (what === 'province') {
    portal.province.access = body as unknown as ProvinceAccess;
    return ok({});
  }
  if (what === 'publications') {
    portal.publish((body['items'] ?? []) as readonly Wire[], (body['withdrawn'] ?? []) as readonly string[]);
    return ok({ items: portal.catalogue.procedures.size });
  }
  if (what === 'procedures' || what === 'agencies' || what === 'fields') {
    const items = body['items'] as readonly Wire[];
    portal.catalogue = {
      ...portal.catalogue,
      [what]: what === 'procedures' ? new Map(items.map((one) => [String(one['MATTHC']), one])) : items,
    };
    return ok({ items: items.length });
  }
  return UNKNOWN;
}

/**
 * What a tester asks. To read: `faults`, `calls`, `observations`, `dossiers`, `dossiers/{code}`, `province-dossiers/{code}`.
 * To write: `faults`, `files`, `province`, `procedures`, `agencies`, `fields` (each the whole list), `publications` (procedures
 * that are new or changed, and codes that are withdrawn); and what citizens do: `dossiers`, `supplements`,
 * `withdrawals`, `payments`, each with the fields that shall differ from the usual ones.
 */
export const serveControl = (
  portal: NationalPortal,
  what: string,
  { method }: IncomingMessage,
  body: string,
): Promise<ControlAnswer> =>
  method === 'GET'
    ? look(portal, what)
    : method === 'POST'
      ? act(portal, what, JSON.parse(body) as Wire)
      : Promise.resolve(UNKNOWN);
