import { ConfigurationFaults } from '@motcua/platform';
import { CannotStart } from '@motcua/local-system';
import { DEMO_USAGE, readDemoOptions } from './demo-options.js';
import { runDemo } from './run-demo.js';
import { CannotPlay } from '@motcua/scenario';
import { NotAsExpected } from './scenario/not-as-expected.js';
import { UnknownOption } from '@motcua/terminal';

function say(error: unknown): string {
  if (error instanceof NotAsExpected) return `KHÔNG NHƯ MONG ĐỢI · NOT AS EXPECTED\n${error.message}`;
  const expected = [CannotStart, CannotPlay, ConfigurationFaults].some((kind) => error instanceof kind);
  return error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
}

try {
  const options = readDemoOptions(process.argv.slice(2));
  if (options.help) console.log(DEMO_USAGE);
  else await runDemo(options, process.env);
} catch (error) {
  if (error instanceof UnknownOption) console.error(`${error.message}\n\n${DEMO_USAGE}`);
  else console.error(`\n${say(error)}`);
  process.exit(error instanceof UnknownOption ? 2 : 1);
}
