import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from './measure.js';
import type { Section } from './report.js';
import { startProcess } from './running-system.js';

const SYSTEM = new URL('../main.js', import.meta.url).pathname;
const BARE = new URL('./bare-nest.main.js', import.meta.url).pathname;
const ROUNDS = 5;

/** Start to ready, and memory when idle, against a Nest and Fastify application that does nothing. */
export async function startAndMemory(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-bench-start-'));
  await chmod(folder, 0o755);
  const [ours, bare]: [number[], number[]] = [[], []];
  const [oursMemory, bareMemory]: [number[], number[]] = [[], []];
  for (let round = -1; round < ROUNDS; round += 1) {
    const system = await startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder, LOG_LEVEL: 'silent' });
    await pause(2000);
    const memory = await system.memory();
    await system.stop();
    const reference = await startProcess(BARE, '/health/ready', 3972);
    await pause(2000);
    const bareNow = await reference.memory();
    await reference.stop();
    // The first round makes the database and loads the seed: told apart below.
    if (round < 0) continue;
    ours.push(system.readyMs);
    bare.push(reference.readyMs);
    oursMemory.push(memory);
    bareMemory.push(bareNow);
  }
  await rm(folder, { recursive: true, force: true });
  const pair = (what: string, unit: string, a: number[], b: number[]) => ({
    what,
    unit,
    ours: median(a),
    reference: median(b),
    ratio: median(b) / median(a),
  });
  return {
    title: 'Start and memory',
    about:
      'The whole system in one process (five services, development issuer, simulated payment platform, PostgreSQL started beside it, data there already) against a bare Nest and Fastify application. Memory is resident memory of the Node process two seconds after it is ready.',
    comparisons: [pair('Start to ready', 'ms', ours, bare), pair('Memory, idle', 'MiB', oursMemory, bareMemory)],
  };
}
