import { setTimeout as pause } from 'node:timers/promises';
import { type Comparison, median } from './measure.js';
import type { Section } from './report.js';
import { BARE, startProcess, SYSTEM, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const SETTLED_MS = 2000;

/** Milliseconds until ready, and resident memory in MiB when settled. */
async function startOnce(script: string, port: number, environment: Record<string, string>): Promise<[number, number]> {
  const running = await startProcess(script, '/health/ready', port, environment);
  await pause(SETTLED_MS);
  const settled = await running.memory();
  await running.stop();
  return [running.readyMs, settled];
}

const compared = (what: string, unit: string, ours: readonly number[], reference: readonly number[]): Comparison => ({
  what,
  unit,
  ours: median(ours),
  reference: median(reference),
  ratio: median(reference) / median(ours),
});

/** Start to ready, and memory when idle, against a Nest and Fastify application that does nothing. */
export const startAndMemory = ({ starts }: Sizes): Promise<Section> =>
  withFolder(async (folder) => {
    const [ours, bare]: [[number, number][], [number, number][]] = [[], []];
    const [first] = await startOnce(SYSTEM, 3971, { MOTCUA_DATA_DIR: folder });
    for (let round = 0; round < starts; round += 1) {
      ours.push(await startOnce(SYSTEM, 3971, { MOTCUA_DATA_DIR: folder }));
      bare.push(await startOnce(BARE, 3972, {}));
    }
    const of = (rounds: [number, number][], place: 0 | 1): number[] => rounds.map((round) => round[place]);
    return {
      title: 'Start and memory',
      about: `The whole system in one process (all services, development issuer, simulated payment platform, PostgreSQL started beside it, data there already) against a bare Nest and Fastify application; memory is resident memory of the Node process ${SETTLED_MS / 1000} seconds after it is ready. The very first start, which makes the database and loads the seed, took ${(first / 1000).toFixed(1)} s.`,
      comparisons: [
        compared('Start to ready', 'ms', of(ours, 0), of(bare, 0)),
        compared('Memory, idle', 'MiB', of(ours, 1), of(bare, 1)),
      ],
    };
  });
