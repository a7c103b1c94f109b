import { setTimeout as pause } from 'node:timers/promises';
import { startIntakeAlone } from './service-alone.js';
import { type Comparison, median } from './measure.js';
import type { Section } from './report.js';
import { BARE, type RunningProcess, startProcess, SYSTEM, withFolder } from './running-system.js';
import type { Sizes } from './sizes.js';

const SETTLED_MS = 2000;
/** Nobody asks for anything here. */
const NO_KEYS = '{"keys":[]}';

/** Milliseconds until ready, and resident memory in MiB when settled. */
async function startOnce(starting: Promise<RunningProcess>): Promise<[number, number]> {
  const running = await starting;
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
    const ours: [number, number][] = [];
    const intake: [number, number][] = [];
    const bare: [number, number][] = [];
    const system = (): Promise<RunningProcess> =>
      startProcess(SYSTEM, '/health/ready', 3971, { MOTCUA_DATA_DIR: folder });
    const [first] = await startOnce(system());
    for (let round = 0; round < starts; round += 1) {
      ours.push(await startOnce(system()));
      intake.push(await startOnce(startIntakeAlone(folder, NO_KEYS)));
      bare.push(await startOnce(startProcess(BARE, '/health/ready', 3972, {})));
    }
    const of = (rounds: [number, number][], place: 0 | 1): number[] => rounds.map((round) => round[place]);
    return {
      title: 'Start and memory',
      about: `The whole system in one process (all services, development issuer, simulated payment platform, PostgreSQL started beside it, data there already) and intake in a process of its own (on the same data, PostgreSQL running), each against a bare Nest and Fastify application; memory is resident memory of the Node process ${SETTLED_MS / 1000} seconds after it is ready. The very first start, which makes the database and loads the seed, took ${(first / 1000).toFixed(1)} s.`,
      comparisons: [
        { ...compared('Start to ready, the whole system', 'ms', of(ours, 0), of(bare, 0)), aim: 1 / 4 },
        { ...compared('Start to ready, intake alone', 'ms', of(intake, 0), of(bare, 0)), aim: 1 / 2 },
        compared('Memory, idle, the whole system', 'MiB', of(ours, 1), of(bare, 1)),
        { ...compared('Memory, idle, intake alone', 'MiB', of(intake, 1), of(bare, 1)), aim: 1 / 1.5 },
      ],
    };
  });
