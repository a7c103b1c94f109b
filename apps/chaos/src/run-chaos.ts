import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '@motcua/local-system';
import { Dice, direct, type Participants, samplePaper, ScenarioClient } from '@motcua/scenario';
import { inflictFaults } from './inflict-fault.js';
import { importStatements } from './import-statements.js';
import { keepDrawer } from './keep-drawer.js';
import { LifeClient } from './life-client.js';
import { live } from './live.js';
import { injectPaymentFaults, unanswered } from './payment-faults.js';
import { retryingClient } from './retrying-client.js';
import { injectPortalFaults } from './portal-faults.js';
import { planFaults } from './plan-faults.js';
import { ChaosRecord, type Life } from './record.js';
import { type Played, playedProcedures } from './participants.js';
import { TimeIsUp } from './time-is-up.js';
import { tokenOf } from './tokens.js';

export interface ChaosOptions {
  readonly seed: number;
  readonly durationMs: number;
  /** How many dossiers are in work at once. */
  readonly clients: number;
  readonly say: (line: string) => void;
}

/** So long after the end of the faults a command may still wait for its answer, and the platform for its callback's. */
const PATIENCE_SECONDS = 150;

const SHARE_AT_COUNTER = 0.35;
/** Of those that are handed in online. */
const SHARE_AT_PORTAL = 0.4;

/** Drives the story at load while the faults of the seed's plan happen. Answers what the clients were told. */
export async function runChaos(
  cluster: Cluster,
  { seed, durationMs, clients, say }: ChaosOptions,
): Promise<ChaosRecord> {
  const { portal } = cluster;
  if (!portal) throw new Error('chaos needs a portal that it can kill');
  const record = new ChaosRecord();
  const dice = new Dice(seed);
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  const isOver = (): boolean => performance.now() - began > durationMs;
  const token = tokenOf(cluster.url);
  const carry = retryingClient(cluster.url, record, began + durationMs + PATIENCE_SECONDS * 1000);
  const played = await playedProcedures(new ScenarioClient(cluster.url, token, direct(cluster.url)));
  const paper = await samplePaper('Giấy tờ thử', 'Nguyễn Thị Mẫu', Temporal.Instant.from('2026-11-02T08:00:00+07:00'));
  const click = async (url: string): Promise<void> => {
    await fetch(url, { method: 'POST', headers: { accept: 'application/json' } }).then((answer) =>
      answer.arrayBuffer(),
    );
  };

  const lead = async (): Promise<void> => {
    while (!isOver()) {
      const life = newLife(record.lives.length);
      record.lives.push(life);
      const own = dice.forNumber(life.number + 1);
      const { procedure, participants } = own.pick<Played>(played);
      const channel = own.chance(SHARE_AT_COUNTER) ? 'counter' : 'online';
      Object.assign(life, { procedure: procedure.code });
      const client = new LifeClient(
        new ScenarioClient(cluster.url, token, carry),
        record,
        life,
        `chaos-${seed}`,
        isOver,
      );
      const sender = channel === 'online' ? participants.citizen.subject : participants.clerk.subject;
      try {
        const atPortal = channel === 'online' && procedure.subjects.includes('citizen') && own.chance(SHARE_AT_PORTAL);
        const portalUrl = atPortal ? portal.url : null;
        await live({ procedure, participants, client, dice: own, channel, portalUrl, sender, paper, click });
        life.ended = true;
      } catch (error) {
        if (error instanceof TimeIsUp) return;
        life.stuck = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        say(`dossier ${life.number} (${life.dossierId ?? 'no id'}): ${life.stuck}`);
      }
    }
  };

  const drawers = [...new Map(played.map(({ participants }) => [participants.cashier.subject, participants])).values()];
  const keep = async (participants: Participants, n: number): Promise<void> => {
    // A life of no dossier: what is told of its drawer goes into the record as everything does.
    const life = newLife(-1 - n);
    const client = new LifeClient(new ScenarioClient(cluster.url, token, carry), record, life, `chaos-${seed}`, isOver);
    await keepDrawer(client, participants, dice.forNumber(-10 - n)).catch((error: unknown) => {
      if (error instanceof TimeIsUp) return;
      record.lives.push({ ...life, stuck: String(error) });
      say(`drawer of ${participants.cashier.subject}: ${String(error)}`);
    });
  };

  const compare = async (participants: Participants, n: number): Promise<void> => {
    const life = newLife(-101 - n);
    const client = new LifeClient(new ScenarioClient(cluster.url, token, carry), record, life, `chaos-${seed}`, isOver);
    await importStatements(client, participants, cluster.platform, dice.forNumber(-110 - n)).catch((error: unknown) => {
      if (error instanceof TimeIsUp) return;
      record.lives.push({ ...life, stuck: String(error) });
      say(`statements of ${participants.cashier.subject}: ${String(error)}`);
    });
  };

  const behave = injectPaymentFaults(cluster.platform, dice.forNumber(-1));
  const behaveAtPortal = injectPortalFaults(portal.url, dice.forNumber(-2));
  const plan = planFaults({ seed, durationMs, processes: cluster.processes.map(({ id }) => id) });
  say(`${plan.length} faults are planned over ${Math.round(durationMs / 1000)} s`);
  const faults = inflictFaults(cluster, plan, ({ kind }) => record.count('faults', kind)).then(() =>
    say(`${seconds()} s: the last fault has ended`),
  );
  const progress = setInterval(
    () => say(`${seconds()} s: ${record.lives.length} dossiers, ${record.acknowledged.length} commands acknowledged`),
    30_000,
  );
  try {
    await Promise.all([
      faults,
      ...Array.from({ length: clients }, lead),
      ...drawers.map(keep),
      ...drawers.map(compare),
    ]);
  } finally {
    clearInterval(progress);
    behave();
    await behaveAtPortal();
  }
  say(`${seconds()} s: the faults have ended, and every client has had its last answer`);
  await answerCallbacks(cluster);
  return record;
}

/** As the platform does: what nobody answered is sent until somebody does. */
async function answerCallbacks({ platform }: Cluster): Promise<void> {
  await platform.settled();
  for (const until = performance.now() + PATIENCE_SECONDS * 1000; performance.now() < until; await pause(500)) {
    const open = unanswered(platform);
    if (open.length === 0) return;
    for (const { sent } of open) await platform.sendAgain(sent);
  }
}

const newLife = (number: number): Life => ({
  number,
  procedure: '',
  dossierId: null,
  code: null,
  statuses: [],
  accepted: false,
  paid: [],
  way: null,
  undone: new Set(),
  stuck: null,
  ended: false,
});
