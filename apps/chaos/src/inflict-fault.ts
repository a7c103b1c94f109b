import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { roleOf } from '@motcua/platform';
import type { Cluster } from '@motcua/local-system';
import type { FaultKind, PlannedFault } from './plan-faults.js';

type Inflict = (cluster: Cluster, fault: PlannedFault) => Promise<void>;

const processOf = ({ processes }: Cluster, { process }: PlannedFault) => processes.find(({ id }) => id === process)!;
const proxiesOf = ({ proxies }: Cluster, { process }: PlannedFault) => proxies.get(process)!;

async function terminate({ adminUrl }: Cluster, role: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin
    .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [role])
    .finally(() => admin.end());
}

const onProxy =
  (which: 'database' | 'broker', begin: 'cut' | 'hold' | 'loseAnswers' | 'slow'): Inflict =>
  async (cluster, fault) => {
    const proxy = proxiesOf(cluster, fault)[which];
    if (begin === 'slow') proxy.slow(fault.delayMs);
    else proxy[begin]();
    await pause(fault.forMs);
    proxy.restore();
  };

const INFLICT: Readonly<Record<FaultKind, Inflict>> = {
  killService: async (cluster, fault) => {
    const process = processOf(cluster, fault);
    await process.kill();
    await pause(fault.forMs);
    process.start();
  },
  freezeService: async (cluster, fault) => {
    const process = processOf(cluster, fault);
    process.freeze();
    await pause(fault.forMs);
    process.thaw();
  },
  terminateConnections: (cluster, fault) => terminate(cluster, roleOf(processOf(cluster, fault).options.name)),
  cutDatabase: onProxy('database', 'cut'),
  slowDatabase: onProxy('database', 'slow'),
  holdDatabase: onProxy('database', 'hold'),
  loseDatabaseAnswer: onProxy('database', 'loseAnswers'),
  cutBroker: onProxy('broker', 'cut'),
  slowBroker: onProxy('broker', 'slow'),
  holdBroker: onProxy('broker', 'hold'),
  loseBrokerAnswer: onProxy('broker', 'loseAnswers'),
  killBroker: async ({ broker }, { forMs }) => {
    await broker.kill!();
    await pause(forMs);
    await broker.restart!();
  },
  freezeBroker: async ({ broker }, { forMs }) => {
    await broker.freeze!();
    await pause(forMs);
    await broker.thaw!();
  },
  killPortal: async ({ portal }, { forMs }) => {
    await portal!.kill();
    await pause(forMs);
    portal!.start();
  },
  freezePortal: async ({ portal }, { forMs }) => {
    portal!.freeze();
    await pause(forMs);
    portal!.thaw();
  },
};

/** Two faults of one thing at once would undo each other: the later one waits for the earlier one's end. */
function thingOf({ kind, process }: PlannedFault): string {
  if (kind.endsWith('Database')) return `database of ${process}`;
  if (kind === 'loseDatabaseAnswer') return `database of ${process}`;
  if (kind.endsWith('Portal')) return 'the portal';
  if (kind === 'killBroker' || kind === 'freezeBroker') return 'the broker';
  if (kind.includes('Broker')) return `broker of ${process}`;
  return kind === 'terminateConnections' ? `connections of ${process}` : `process ${process}`;
}

/** Inflicts the faults of a plan at their moments. Resolves when the last has ended; rejects with the first that could not be. */
export async function inflictFaults(
  cluster: Cluster,
  plan: readonly PlannedFault[],
  inflicted: (fault: PlannedFault) => void,
): Promise<void> {
  const began = performance.now();
  const busy = new Map<string, Promise<void>>();
  for (const fault of plan) {
    const wait = began + fault.atMs - performance.now();
    if (wait > 0) await pause(wait);
    const thing = thingOf(fault);
    const done = (busy.get(thing) ?? Promise.resolve()).then(() => {
      inflicted(fault);
      return INFLICT[fault.kind](cluster, fault);
    });
    done.catch(() => undefined);
    busy.set(thing, done);
  }
  await Promise.all(busy.values());
}
