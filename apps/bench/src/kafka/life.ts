import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig } from '@motcua/platform';
import { LocalSystemConfig, startCluster, untilDelivered } from '@motcua/local-system';
import pg from 'pg';
import { cpuSecondsOf } from '../cpu-seconds.js';
import { liveConcurrently } from '../live-concurrently.js';
import type { Section } from '../report.js';

const PER_SECOND = 450;
const PATIENCE_SECONDS = 300;

/** From draft to return, each service a process of its own: rates of each command, and what a dossier costs. */
export async function life(folder: string, count: number, madeBy: string): Promise<Section> {
  const cluster = await startCluster({
    config: loadConfig(LocalSystemConfig, { PORT: '0', MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'warn' }),
    onUnexpectedEnd: ({ id }, how) => console.error(`${id} has ended: ${how}`),
  });
  const admin = new pg.Client({ connectionString: cluster.adminUrl, options: '-c search_path=intake' });
  await admin.connect();
  try {
    const postgres = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const { about, comparisons } = await liveConcurrently(
      {
        url: cluster.url,
        urlOf: (service) => cluster.processes.find(({ id }) => id === service)!.url,
        admin,
        cpuSeconds: async () => {
          const pids = [postgres, ...cluster.processes.flatMap(({ pid }) => pid ?? [])];
          return (await Promise.all(pids.map(cpuSecondsOf))).reduce((sum, seconds) => sum + seconds, 0);
        },
        caughtUp: async () => {
          const began = performance.now();
          await untilDelivered(admin, PATIENCE_SECONDS);
          return (performance.now() - began) / 1000;
        },
      },
      count,
      PER_SECOND,
    );
    return {
      title: 'Kafka: a dossier, command by command',
      about: `${madeBy} Each service is a process of its own, asked by its own address; ${about}`,
      comparisons,
    };
  } finally {
    await admin.end();
    await cluster.stop();
  }
}
