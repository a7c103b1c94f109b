import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { loadConfig } from '@motcua/platform';
import pg from 'pg';
import { type Cluster, LocalSystemConfig, startCluster } from '@motcua/local-system';
import { copyDraft, idOfCopy, makeDraft } from '../drafts.js';
import { KeepAlive, requestsPerSecond, requestText } from '../keep-alive.js';
import { type Comparison, median, slopePerHour } from '../measure.js';
import { BARE, startProcess, tokenOf } from '../running-system.js';

const SETTLED_MS = 5_000;
const SAMPLE_MS = 5_000;
const PROCEDURE = '1.001193';
const CLIENTS = 8;

interface MemorySizes {
  readonly minutes: number;
  readonly perSecond: number;
}

const residentOf = async (pid: number | undefined): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Resident memory of each service, in MiB. */
const residentOfAll = async ({ processes }: Cluster): Promise<Map<string, number>> =>
  new Map(await Promise.all(processes.map(async (one) => [one.id, await residentOf(one.pid)] as const)));

/** Dossiers are submitted at a steady pace, and go from service to service, while memory is looked at. */
async function underLoad(cluster: Cluster, { minutes, perSecond }: MemorySizes): Promise<Map<string, number[]>> {
  const samples = new Map<string, number[]>(cluster.processes.map(({ id }) => [id, []]));
  const intake = cluster.processes.find(({ id }) => id === 'intake');
  const admin = new pg.Client({ connectionString: cluster.adminUrl, options: '-c search_path=intake' });
  await admin.connect();
  const template = await makeDraft(cluster.url, PROCEDURE);
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => KeepAlive.open(intake?.url ?? '')));
  const each = Math.ceil((SAMPLE_MS / 1000) * perSecond);
  for (let batch = 1; batch <= (minutes * 60_000) / SAMPLE_MS; batch += 1) {
    const until = performance.now() + SAMPLE_MS;
    // Tokens live for minutes, and the run for longer.
    const authorization = `Bearer ${await tokenOf(cluster.url, 'citizen')}`;
    await copyDraft(admin, template, batch, each);
    const numbers = Array.from({ length: each }, (_, n) => n).values();
    await Promise.all(
      clients.map(async (client) => {
        for (const n of numbers) {
          const { status, body } = await client.send(
            requestText('POST', `/intake/v1/dossiers/${idOfCopy(batch, n)}/submission`, {
              authorization,
              'if-match': `"${template.version}"`,
              'idempotency-key': randomUUID(),
            }),
          );
          if (status !== 201) throw new Error(`a submission was answered ${status}: ${body}`);
        }
      }),
    );
    await pause(Math.max(0, until - performance.now()));
    for (const [id, mib] of await residentOfAll(cluster)) samples.get(id)?.push(mib);
  }
  for (const client of clients) client.close();
  await admin.end();
  return samples;
}

async function bareNest(requests: number): Promise<{ idle: number; loaded: number }> {
  const bare = await startProcess(BARE, '/health/ready', 3972);
  await pause(SETTLED_MS);
  const idle = await bare.memory();
  await requestsPerSecond(bare.url, CLIENTS, requests, 200, () => requestText('GET', '/health/ready', {}));
  const loaded = await bare.memory();
  await bare.stop();
  return { idle, loaded };
}

/** Memory of each service as a process of its own on Kafka, idle and while dossiers go through, against a bare Nest. */
export async function memory(folder: string, sizes: MemorySizes): Promise<Comparison[]> {
  const cluster = await startCluster({
    config: loadConfig(LocalSystemConfig, { PORT: '0', MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'warn' }),
    onUnexpectedEnd: ({ id }, how) => console.error(`${id} has ended: ${how}`),
  });
  try {
    await pause(SETTLED_MS);
    const idle = await residentOfAll(cluster);
    const samples = await underLoad(cluster, sizes);
    const requests = Math.round(sizes.minutes * 60 * sizes.perSecond);
    const bare = await bareNest(requests);
    const line = (what: string, ours: number, reference: number, aim: number, note?: string): Comparison => ({
      what,
      ours,
      reference,
      unit: 'MiB',
      ratio: reference / ours,
      aim,
      ...(note !== undefined && { note }),
    });
    return [...idle].flatMap(([id, mib]) => {
      const taken = samples.get(id) ?? [];
      // What is warmed up in the first third is no slope.
      const settled = taken.slice(Math.floor(taken.length / 3));
      const slope = slopePerHour(settled, SAMPLE_MS / 1000);
      return [
        line(`Memory of ${id}, idle`, mib, bare.idle, 1 / 1.5),
        line(
          `Memory of ${id}, loaded`,
          median(settled),
          bare.loaded,
          1 / 1.8,
          `${sizes.perSecond} submissions a second for ${sizes.minutes} minutes; from the first third on ${settled[0]?.toFixed(0)} to ${settled.at(-1)?.toFixed(0)} MiB, a slope of ${slope.toFixed(1)} MiB an hour`,
        ),
      ];
    });
  } finally {
    await cluster.stop();
  }
}
