import { caughtUp, seedArrived } from './caught-up.js';
import { type DraftTemplate, makeDraft } from './drafts.js';
import { requestsPerSecond, requestText } from './keep-alive.js';
import { type Comparison, median } from './measure.js';
import { pgbenchVersion } from './pgbench.js';
import type { Section } from './report.js';
import { BARE, connectTo, type RunningProcess, startProcess, SYSTEM, tokenOf, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';
import { insertMany, readWritten, submitMany, type SubmissionBench } from './submission-bench.js';
import { startIntakeAlone } from './service-alone.js';

const CLIENTS = 32;
const WITHOUT_FEE = '1.001193';
const WITH_FEE = '1.001686';

interface Turns {
  readonly ours: number[];
  readonly reference: number[];
  readonly lag: number[];
}

/** In turns: ours, until all events are worked on, then `pgbench`. The first turn of each warms up and is not counted. */
async function inTurns(
  folder: string,
  bench: SubmissionBench,
  { count, rounds }: { count: number; rounds: number },
  reference: boolean,
): Promise<Turns> {
  const turns: Turns = { ours: [], reference: [], lag: [] };
  const written = reference ? await readWritten(bench) : undefined;
  for (let round = -1; round < rounds; round += 1) {
    const size = round < 0 ? Math.min(count, 1000) : count;
    const { perSecond: ours } = await submitMany(bench, CLIENTS, size);
    const lag = await caughtUp(bench.admin, bench.everyService);
    const theirs = written && (await insertMany(folder, bench.admin, bench.template, written, CLIENTS, size)).perSecond;
    if (round < 0) continue;
    turns.ours.push(ours);
    turns.lag.push(lag);
    if (theirs !== undefined) turns.reference.push(theirs);
  }
  return turns;
}

const comparison = (
  what: string,
  { ours, reference, lag }: Turns,
  aim: number | undefined,
  note: string,
): Comparison => ({
  what,
  ours: median(ours),
  reference: reference.length > 0 ? median(reference) : Number.NaN,
  unit: 'a second',
  ratio: reference.length > 0 ? median(ours) / median(reference) : Number.NaN,
  ...(aim !== undefined && { aim }),
  note: `${note}; turns ours ${list(ours)}, pgbench ${list(reference)}; ${median(lag).toFixed(1)} s after the last answer all events were published and worked on by who listens`,
});
const list = (values: readonly number[]): string =>
  values.length > 0 ? values.map((value) => value.toFixed(0)).join(' ') : 'none';

async function memoryAfterRequests(count: number): Promise<number> {
  const bare = await startProcess(BARE, '/health/ready', 3972);
  await requestsPerSecond(bare.url, CLIENTS, count, 200, () => requestText('GET', '/health/ready', {}));
  const memory = await bare.memory();
  await bare.stop();
  return memory;
}

/** Durable submissions over HTTP against the same inserts by `pgbench`; what they leave in memory. */
export async function submissions({ submissions: sizes, alone: aloneSizes }: Sizes): Promise<Section> {
  const version = await pgbenchVersion();
  return withFolder(async (folder) => {
    const comparisons: Comparison[] = [];
    let system: RunningProcess | undefined = await startProcess(SYSTEM, '/health/ready', 3971, {
      MOTCUA_DATA_DIR: folder,
    });
    let admin = await connectTo(folder, 'intake');
    try {
      await seedArrived(admin);
      const { url } = system;
      const token = await tokenOf(url, 'citizen');
      const templates = { free: await makeDraft(url, WITHOUT_FEE), fee: await makeDraft(url, WITH_FEE) };
      const bench = (template: DraftTemplate, alone?: string): SubmissionBench => ({
        admin,
        url: alone ?? url,
        token,
        template,
        everyService: alone === undefined,
      });
      const found = version !== undefined;
      const all = 'one machine: relay and every consumer of the events work in the same process at the same time';
      comparisons.push(
        comparison(
          'Submission without a fee, all services in one process',
          await inTurns(folder, bench(templates.free), sizes, found),
          0.5,
          all,
        ),
        comparison(
          'Submission with a fee, all services in one process',
          await inTurns(folder, bench(templates.fee), sizes, found),
          0.5,
          all,
        ),
      );
      const sent = 2 * (sizes.rounds * sizes.count + Math.min(sizes.count, 1000));
      const [ours, reference] = [await system.memory(), await memoryAfterRequests(sent)];
      const memory: Comparison = {
        what: `Memory after ${sent} submissions`,
        ours,
        reference,
        unit: 'MiB',
        ratio: reference / ours,
        note: `the reference is the bare Nest and Fastify application after ${sent} requests`,
      };
      const keys = await (await fetch(`${url}/issuer/jwks`)).text();
      await admin.end();
      await system.stop();
      system = undefined;
      const alone = await startIntakeAlone(folder, keys);
      try {
        admin = await connectTo(folder, 'intake');
        const turns = await inTurns(folder, bench(templates.fee, alone.url), aloneSizes, found);
        comparisons.push(
          comparison(
            'Submission with a fee, intake in a process of its own',
            turns,
            1.2,
            'as in the distributed shape: relay and log in PostgreSQL, without other consumers',
          ),
          memory,
        );
        await admin.end();
      } finally {
        await alone.stop();
      }
    } finally {
      await system?.stop();
    }
    return {
      title: 'Durable submissions',
      about: `${CLIENTS} clients submit drafts over HTTP, each with a token, an \`If-Match\` and an idempotency key of its own; an answer comes when the dossier, its code, the history, the outbox and the answer itself are committed with fsync. ${
        version === undefined
          ? '`pgbench` was not found on this machine, so there is no reference here.'
          : `The reference is \`${version}\` with ${CLIENTS} clients and prepared statements on the same PostgreSQL: the same rows with the same indexes, trigger and commit, on tables of its own.`
      } Each dossier has an applicant of its own, and they go round the offices of the province.`,
      comparisons,
    };
  });
}
