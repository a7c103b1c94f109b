import {
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseSupplementCompletedV1,
  CaseSupplementRequestedV1,
  type Contract,
  DossierAcceptanceUndoneV1,
  DossierAcceptedV1,
  DossierFeeDemandedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  DossierSupplementCompletedV1,
  DossierSupplementRequestedV1,
  PaymentReceivedV1,
  PUBLIC_STATUSES,
  type PublicStatus,
  sampleOf,
} from '@motcua/contracts';
import type { Faults } from '@motcua/portal-simulator';
import { eventually } from '@motcua/testing';
import type { PortalWorld } from './portal.fixture.js';

/** How the portal misbehaves while it is told of the lives: every way at once. */
export const MISBEHAVIOUR: Faults = {
  seed: 11,
  sessionLost: 0.02,
  closedBefore: 0.02,
  closedAfter: 0.02,
  errorBefore: 0.02,
  errorAfter: 0.02,
  htmlBefore: 0.02,
  htmlAfter: 0.02,
  slow: 0.05,
  slowMs: 30,
};

/** Legal moves, typed by hand; `accepted` says whether it was ever accepted. */
const MOVES: Readonly<Record<PublicStatus, (accepted: boolean) => readonly PublicStatus[]>> = {
  registered: () => ['accepted', 'accepted', 'refused', 'supplementRequired', 'withdrawn', 'paymentRequired'],
  // An acceptance that was a mistake.
  accepted: () => ['processing', 'processing', 'processing', 'stopped', 'registered'],
  refused: () => [],
  processing: () => ['supplementRequired', 'processed', 'processed', 'stopped', 'paymentRequired'],
  supplementRequired: (accepted) => (accepted ? ['processing', 'stopped', 'withdrawn'] : ['registered', 'refused']),
  paymentRequired: (accepted) => [accepted ? 'processing' : 'registered', 'withdrawn'],
  withdrawn: () => [],
  stopped: () => [],
  processed: () => ['returned'],
  // A return that was a mistake.
  returned: () => ['processed'],
};

/** Chance that can be repeated. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

type Telling = readonly [contract: Contract, change: object];

interface Life {
  readonly id: string;
  readonly code: string;
  /** Statuses in the order in which it came to them. */
  readonly path: readonly PublicStatus[];
  readonly tellings: readonly Telling[];
}

const officer = (n: number) => ({ subject: `officer-${n % 7}`, name: `Cán bộ số ${n % 7}` });
const holder = (n: number) => ({
  agency: 'H48.12',
  agencyName: 'Sở Nông nghiệp và Môi trường',
  officerName: officer(n).name,
});

/** One dossier's life after its submission, as events. */
export function randomLife(id: string, code: string, random: () => number): Life {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const start = Temporal.Instant.from('2026-11-24T08:00:00+07:00');
  let minutes = Math.floor(random() * 600);
  const at = (): string => start.add({ minutes: (minutes += 1 + Math.floor(random() * 300)) }).toString();
  const tellings: Telling[] = [];
  const path: PublicStatus[] = [];
  let status: PublicStatus = random() < 0.3 ? 'paymentRequired' : 'registered';
  let accepted = false;
  let supplements = 0;
  let demandedAt: string | null = null;
  const move = (from: string, to: PublicStatus, time: string): void => {
    path.push(to);
    const reason = to === 'refused' || to === 'stopped' ? 'Không đủ điều kiện' : null;
    const change = { code, from, to, at: time, reason, dueAt: null, receptionDueAt: null, holder: holder(path.length) };
    tellings.push([DossierStatusChangedV1, { ...change, applicantRef: 'ref' }]);
  };
  const first = at();
  tellings.push([
    DossierSubmittedV1,
    { code, submittedAt: first, portalCode: null, status, procedureCode: '1.001686' },
  ]);
  move('draft', status, first);
  for (let steps = 0; steps < 12; steps += 1) {
    const options: readonly PublicStatus[] = MOVES[status](accepted);
    if (options.length === 0 || random() < (status === 'returned' ? 0.7 : 0.08)) break;
    const to: PublicStatus = pick(options);
    const time = at();
    if (to === 'paymentRequired') {
      demandedAt = time;
      const contract = accepted ? CaseFeeDemandedV1 : DossierFeeDemandedV1;
      tellings.push([contract, { demand: { ...sampleOf(contract).demand, demandedAt } }]);
    }
    if (status === 'paymentRequired' && to !== 'withdrawn')
      tellings.push([
        PaymentReceivedV1,
        { method: pick(['nationalPlatform', 'counter', 'nationalPortal']), paidAt: time, demandedAt },
      ]);
    if (to === 'accepted') {
      accepted = true;
      tellings.push([DossierAcceptedV1, { code, acceptedAt: time, acceptedBy: officer(steps) }]);
    }
    if (status === 'accepted' && to === 'registered') {
      accepted = false;
      tellings.push([DossierAcceptanceUndoneV1, { code, undoneAt: time, undoneBy: officer(steps) }]);
    }
    if (to === 'supplementRequired') {
      supplements += 1;
      const asked = { number: supplements, requestedAt: time, requestedBy: officer(steps) };
      tellings.push([
        accepted ? CaseSupplementRequestedV1 : DossierSupplementRequestedV1,
        accepted ? asked : { ...asked, code },
      ]);
    }
    if (status === 'supplementRequired' && (to === 'processing' || to === 'registered'))
      tellings.push(
        accepted
          ? [CaseSupplementCompletedV1, { number: supplements, completedAt: time, promisedDueAt: at() }]
          : [DossierSupplementCompletedV1, { code, number: supplements, completedAt: time, afterAcceptance: false }],
      );
    if (to === 'processed' && random() < 0.9)
      tellings.push([CaseResultIssuedV1, { number: `${code}/GCN`, issuedAt: time }]);
    move(status, to, time);
    status = to;
  }
  return { id, code, path, tellings };
}

/** Tells of all lives, mixed, each in its own order; waits until the portal is owed nothing, and answers what differs. */
export async function compareLives(
  world: PortalWorld,
  lives: readonly Life[],
  random: () => number,
  seconds: number,
): Promise<string[]> {
  const admin = await world.system.as({ sub: 'admin', roles: ['admin'] });
  const open = lives.map((life) => ({ life, next: 0 }));
  for (const { life } of open) await world.named(life.id);
  while (open.length > 0) {
    const index = Math.floor(random() * open.length);
    const one = open[index]!;
    const telling = one.life.tellings[one.next];
    if (!telling) {
      open.splice(index, 1);
      continue;
    }
    one.next += 1;
    await world.deliver(telling[0], one.life.id, telling[1]);
  }
  await eventually(async () => {
    const { body } = await admin.get('/portal/v1/synchronisation');
    const [row] = await world.system.sql<{ n: string }>(
      `SELECT count(*) AS n FROM portal.journal WHERE kind = 'progress'`,
    );
    const lines = lives.reduce((sum, { path }) => sum + path.length, 0);
    return Number(row?.n) >= lines && body.waiting === 0;
  }, seconds);
  world.simulator.portal.misbehave({});
  const differing: string[] = [];
  for (const { code, path } of lives) {
    const held = world.simulator.portal.holdings.find(code);
    const { body } = await admin.get(`/portal/v1/dossiers/${code}`);
    const fields = Object.entries(body.record ?? {}).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(held?.record[name]),
    );
    for (const [name] of fields) differing.push(`${code} ${name}`);
    if (!body.record || !held) differing.push(`${code} is missing`);
    // A line whose answer was lost comes twice: the same line again, and none out of order.
    const lines = (held?.progress ?? []).map(
      ({ TrangThai, ThoiDiemXuLy }) => `${String(TrangThai)} ${String(ThoiDiemXuLy)}`,
    );
    const once = lines.filter((line, index) => lines.indexOf(line) === index).map((line) => line.split(' ')[0]);
    const expected = path.map((status) => String(PUBLIC_STATUSES.indexOf(status) + 1));
    if (once.join() !== expected.join()) differing.push(`${code} progress ${once.join()} for ${expected.join()}`);
  }
  if (world.simulator.portal.observations.crowded.size > 0) differing.push('two calls of one dossier at once');
  if (world.simulator.portal.observations.mostAtOnce > 4) differing.push('more than four writes at once');
  return differing;
}
