import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import pg from 'pg';
import { caughtUp, seedArrived } from '../caught-up.js';
import { type Answered, sendMany } from '../keep-alive.js';
import { type Comparison, median, percentile } from '../measure.js';
import { type PgbenchResult, pgbenchVersion, runScript } from '../pgbench.js';
import type { Section } from '../report.js';
import { connectTo, postgresOf, startProcess, SYSTEM, urlOf, withFolder } from '../running-system.js';
import { type AloneHome, openAlone } from '../service-alone.js';
import type { Sizes } from '../sizes.js';
import { type PreparedCommand, prepareTargets, type Target } from './prepare-targets.js';
import { commandsSince, recordedSoFar, type RecordedTransaction } from './recorded-transactions.js';
import { prepareReplay, type Replay } from './replay.js';

const CLIENTS = 32;
const RECORDER = new URL('./record-statements.js', import.meta.url).pathname;
const COPY = 'motcua_bench';

interface Turn {
  readonly clients: number;
  readonly from: number;
  readonly count: number;
  readonly counted: boolean;
}

/** Both sides take the same places of the targets: ours in the system's database, `pgbench` in its copy. */
function turnsOf({ each, lone, rounds }: Sizes['commands']): Turn[] {
  const turns = [
    { clients: CLIENTS, count: each, counted: false },
    ...Array.from({ length: rounds }, () => ({ clients: CLIENTS, count: each, counted: true })),
    { clients: 1, count: lone, counted: true },
  ];
  // The first target is the one whose command was recorded.
  let from = 1;
  return turns.map((turn) => {
    const begins = { ...turn, from };
    from += turn.count;
    return begins;
  });
}

const needed = (turns: readonly Turn[]): number => turns.reduce((sum, { count }) => sum + count, 1);

/** What a command executes when it is alone, as it went through the driver. */
async function record(
  home: AloneHome,
  folder: string,
  commands: readonly PreparedCommand[],
): Promise<Map<PreparedCommand, RecordedTransaction>> {
  const file = join(folder, 'statements');
  const recorded = new Map<PreparedCommand, RecordedTransaction>();
  for (const [service, ofService] of Map.groupBy(commands, (one) => one.service)) {
    await writeFile(file, '');
    const running = await home.start(service, {
      MOTCUA_BENCH_STATEMENTS: file,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${RECORDER}`,
    });
    try {
      for (const command of ofService) {
        const from = await recordedSoFar(file);
        await sendMany(running.url, 1, 1, command.status, () => command.targets[0]!.request());
        const [found, ...more] = await commandsSince(file, from, `motcua_${service}`);
        if (!found || more.length > 0) throw new Error(`${command.what}: not one transaction was recorded`);
        recorded.set(command, found);
      }
    } finally {
      await running.stop();
    }
  }
  return recorded;
}

/** The whole database once more, with all tables, indexes and triggers; nobody relays its events. */
async function copyDatabase(folder: string): Promise<Client> {
  const url = urlOf(await postgresOf(folder));
  const admin = new pg.Client({ connectionString: url.replace(/motcua$/, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${COPY} TEMPLATE motcua`);
  await admin.end();
  const copy = new pg.Client({ connectionString: url.replace(/motcua$/, COPY) });
  // When the server stops before we hang up, whatever we ask next says so.
  copy.on('error', () => undefined);
  await copy.connect();
  return copy;
}

interface Side {
  readonly perSecond: number[];
  readonly lone: number[];
  /** Bytes of WAL a command, of one lonely client. */
  wal: number;
}

interface Measuring {
  readonly folder: string;
  readonly admin: Client;
  readonly url: string;
  readonly command: PreparedCommand;
  readonly replay: Replay;
}

const walOf = async (admin: Client): Promise<number> =>
  Number((await admin.query<{ wal: string }>(`SELECT pg_current_wal_lsn() - '0/0' AS wal`)).rows[0]!.wal);

async function measure(
  { folder, admin, url, command, replay }: Measuring,
  turns: readonly Turn[],
): Promise<{ readonly ours: Side; readonly reference: Side }> {
  const [ours, reference]: [Side, Side] = [
    { perSecond: [], lone: [], wal: 0 },
    { perSecond: [], lone: [], wal: 0 },
  ];
  const take = async (side: Side, turn: Turn, work: () => Promise<Answered | PgbenchResult>): Promise<void> => {
    await admin.query('CHECKPOINT');
    const before = await walOf(admin);
    const { perSecond, latencies } = await work();
    if (!turn.counted) return;
    if (turn.clients > 1) return void side.perSecond.push(perSecond);
    side.lone.push(...latencies);
    side.wal = ((await walOf(admin)) - before) / turn.count;
  };
  for (const turn of turns) {
    const { clients, from, count } = turn;
    const targets: readonly Target[] = command.targets.slice(from, from + count);
    await take(ours, turn, () => sendMany(url, clients, count, command.status, (n) => targets[n]!.request()));
    await caughtUp(admin, false);
    const each = Math.floor(count / clients);
    await take(reference, turn, async () =>
      runScript(folder, await postgresOf(folder), {
        script: replay.script,
        variables: { ...replay.variables, first: from, each, done: 0 },
        clients,
        each,
        searchPath: command.service,
        database: COPY,
      }),
    );
  }
  return { ours, reference };
}

const list = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(' ');

function comparisonsOf(what: string, ours: Side, reference: Side): Comparison[] {
  const [mine, theirs] = [percentile(ours.lone, 0.5), percentile(reference.lone, 0.5)];
  const kB = ({ wal }: Side): string => (wal / 1000).toFixed(1);
  return [
    {
      what,
      ours: median(ours.perSecond),
      reference: median(reference.perSecond),
      unit: 'a second',
      ratio: median(ours.perSecond) / median(reference.perSecond),
      aim: 1,
      note: `turns ours ${list(ours.perSecond)}, pgbench ${list(reference.perSecond)}`,
    },
    {
      what: `${what}, one lonely client`,
      ours: mine,
      reference: theirs,
      unit: 'ms (median)',
      ratio: theirs / mine,
      note: `WAL of one, its events' publication with ours: ${kB(ours)} kB against ${kB(reference)} kB`,
    },
  ];
}

/** Commands over HTTP against `pgbench` that executes the very statements which the command executes when it is alone. */
export async function commands({ commands: sizes }: Sizes): Promise<Section> {
  const version = await pgbenchVersion();
  if (version === undefined)
    throw new Error('This section needs pgbench on the PATH: install the client programs of PostgreSQL');
  const turns = turnsOf(sizes);
  const comparisons: Comparison[] = [];
  await withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const preparing = await connectTo(folder, 'intake');
    await seedArrived(preparing);
    const prepared = await prepareTargets(folder, system.url, preparing, needed(turns));
    const keys = await (await fetch(`${system.url}/issuer/jwks`)).text();
    await preparing.end();
    await system.stop();
    const home = await openAlone(folder, keys);
    try {
      const recorded = await record(home, folder, prepared);
      const copy = await copyDatabase(folder);
      const admin = await connectTo(folder, 'intake');
      for (const [service, ofService] of Map.groupBy(prepared, (one) => one.service)) {
        const running = await home.start(service);
        try {
          await copy.query(`SET search_path = ${service}`);
          for (const command of ofService) {
            const table = command.what.toLowerCase().replaceAll(' ', '_');
            const names = command.targets.map((target) => target.names);
            const replay = await prepareReplay(copy, table, recorded.get(command)!, {
              targets: names,
              numbers: command.numbers,
            });
            const { ours, reference } = await measure({ folder, admin, url: running.url, command, replay }, turns);
            comparisons.push(...comparisonsOf(command.what, ours, reference));
          }
        } finally {
          await running.stop();
        }
      }
      await admin.end();
      await copy.end();
    } finally {
      await home.stop();
    }
  });
  return {
    title: 'Commands beside their own statements',
    about: `${CLIENTS} clients, and one alone, send each command over HTTP to its service in a process of its own, as in the distributed shape. The reference is \`${version}\` with as many clients, which executes the very statements that the command executes when it is alone, as they went through the driver, in the same waves (pipelines), prepared, in a copy of the database. Ours has HTTP, the token, the decision, the seal and the relay beside them, and commits what waits together.`,
    comparisons,
  };
}
