import { caughtUp, seedArrived } from './caught-up.js';
import { makeDraft } from './drafts.js';
import { startIntakeAlone } from './service-alone.js';
import { type Comparison, percentile } from './measure.js';
import { pgbenchVersion } from './pgbench.js';
import { plotOf } from './plot.js';
import type { Section } from './report.js';
import { connectTo, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';
import { insertMany, readWritten, submitMany, type SubmissionBench } from './submission-bench.js';

const WITH_FEE = '1.001686';
const EACH = 256;
const MOST = 2048;

interface Measured {
  readonly clients: number;
  readonly ours: Side;
  readonly pgbench: Side;
}

interface Side {
  readonly perSecond: number;
  readonly p99: number;
}

const sideOf = ({ perSecond, latencies }: { perSecond: number; latencies: readonly number[] }): Side => ({
  perSecond,
  p99: percentile(latencies, 0.99),
});

/** Ours and then `pgbench`, with each number of clients; the first turn of each warms up and is not counted. */
async function inTurns(folder: string, bench: SubmissionBench, clientCounts: readonly number[]): Promise<Measured[]> {
  const written = await readWritten(bench);
  const measured: Measured[] = [];
  for (const [turn, clients] of [clientCounts[0] ?? 1, ...clientCounts].entries()) {
    const count = Math.min(MOST, EACH * clients);
    const ours = sideOf(await submitMany(bench, clients, count));
    await caughtUp(bench.admin, bench.everyService);
    const pgbench = sideOf(await insertMany(folder, bench.admin, bench.template, written, clients, count));
    if (turn > 0) measured.push({ clients, ours, pgbench });
  }
  return measured;
}

const many = (clients: number): string => (clients === 1 ? 'One client' : `${clients} clients`);

const comparisonsOf = ({ clients, ours, pgbench }: Measured): Comparison[] => [
  {
    what: `${many(clients)}, submissions`,
    ours: ours.perSecond,
    reference: pgbench.perSecond,
    unit: 'a second',
    ratio: ours.perSecond / pgbench.perSecond,
  },
  {
    what: `${many(clients)}, the slowest of a hundred`,
    ours: ours.p99,
    reference: pgbench.p99,
    unit: 'ms (p99)',
    ratio: pgbench.p99 / ours.p99,
  },
];

const plotted = (title: string, unit: string, measured: readonly Measured[], value: (side: Side) => number): string =>
  plotOf({
    title,
    unit,
    lines: [
      { name: 'motcua intake', points: measured.map(({ clients, ours }) => [clients, value(ours)]) },
      { name: 'pgbench', points: measured.map(({ clients, pgbench }) => [clients, value(pgbench)]) },
    ],
  });

/** Rate and p99 of durable submissions over a growing number of clients, intake alone, beside `pgbench` of the same rows. */
export async function submissionsByClients({ clients }: Sizes): Promise<Section> {
  const version = await pgbenchVersion();
  if (version === undefined)
    throw new Error('This section needs pgbench on the PATH: install the client programs of PostgreSQL');
  const measured = await withFolder(async (folder) => {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const seeded = await connectTo(folder, 'intake');
    await seedArrived(seeded);
    const token = await tokenOf(system.url, 'citizen');
    const template = await makeDraft(system.url, WITH_FEE);
    const keys = await (await fetch(`${system.url}/issuer/jwks`)).text();
    await seeded.end();
    await system.stop();
    const alone = await startIntakeAlone(folder, keys);
    const admin = await connectTo(folder, 'intake');
    try {
      return await inTurns(folder, { admin, url: alone.url, token, template, everyService: false }, clients);
    } finally {
      await admin.end();
      await alone.stop();
    }
  });
  return {
    title: 'Durable submissions by clients',
    about: `Intake in a process of its own takes submissions with a fee over HTTP, as in the section above, from 1 to ${Math.max(...clients)} clients; \`${version}\` writes the same rows with as many. Latencies are seen by the client: from the request to the whole answer, and of \`pgbench\` from BEGIN to COMMIT.`,
    comparisons: measured.flatMap(comparisonsOf),
    plots: [
      {
        name: 'submissions-rate',
        title: 'Submissions a second',
        svg: plotted('Submissions', 'a second', measured, ({ perSecond }) => perSecond),
      },
      {
        name: 'submissions-p99',
        title: 'The slowest of a hundred',
        svg: plotted('The slowest of a hundred', 'ms', measured, ({ p99 }) => p99),
      },
    ],
  };
}
