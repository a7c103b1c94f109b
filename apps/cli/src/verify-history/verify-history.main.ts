import { ConfigurationFaults, HistoryFileUnreadable, HistoryUnreadable } from '@motcua/platform';
import { CannotStart } from '@motcua/local-system';
import { UnknownOption } from '@motcua/terminal';
import { readVerifyOptions, VERIFY_USAGE } from './options.js';
import { sayOutcome } from './say-outcome.js';
import { runVerifyHistory } from './verify-history.js';

const COULD_NOT = 2;
const SAID = [ConfigurationFaults, HistoryFileUnreadable, HistoryUnreadable, CannotStart, UnknownOption];

try {
  const options = readVerifyOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(VERIFY_USAGE);
  else {
    const outcome = await runVerifyHistory(options, process.env);
    console.log(options.json ? JSON.stringify(outcome, null, 2) : sayOutcome(outcome));
    process.exitCode = outcome.faultCount > 0 ? 1 : 0;
  }
} catch (error) {
  const expected = SAID.some((kind) => error instanceof kind) || (error as NodeJS.ErrnoException).code !== undefined;
  if (!expected) throw error;
  console.error((error as Error).message);
  process.exitCode = COULD_NOT;
}
