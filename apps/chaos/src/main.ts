import { CannotStart } from '@motcua/local-system';
import { UnknownOption } from '@motcua/terminal';
import { CHAOS_USAGE, readChaosOptions } from './chaos-options.js';
import { reportOf, totals } from './report.js';
import { stageChaos } from './stage-chaos.js';

try {
  const { minutes, seed, clients, keep, help } = readChaosOptions(process.argv.slice(2), Math.random);
  if (help) {
    console.log(CHAOS_USAGE);
    process.exit(0);
  }
  console.log(`npm run chaos -- --minutes ${minutes} --seed ${seed} --clients ${clients}`);
  const { record, verdict, folder } = await stageChaos({
    seed,
    clients,
    keep,
    durationMs: minutes * 60_000,
    say: (line) => console.log(`  ${line}`),
    started: (stop) => {
      const end = (): void => void stop().finally(() => process.exit(130));
      process.once('SIGINT', end).once('SIGTERM', end);
    },
  });
  console.log(reportOf(record, verdict));
  const { lost, doubled, disagreeing } = totals(verdict);
  const isWell = lost + doubled + disagreeing === 0;
  if (!isWell || keep) console.log(`  Logs: ${folder}/logs   again: --minutes ${minutes} --seed ${seed}`);
  process.exit(isWell ? 0 : 1);
} catch (error) {
  if (error instanceof UnknownOption) console.error(`${error.message}\n\n${CHAOS_USAGE}`);
  else if (error instanceof CannotStart) console.error(error.message);
  else console.error(error);
  process.exit(error instanceof UnknownOption ? 2 : 1);
}
