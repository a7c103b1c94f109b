// `npm run test:kafka`: the Jest project `kafka`, or one line that says why it was left out. With MOTCUA_REQUIRE_KAFKA=1
// being left out is a failure.
import { spawn } from 'node:child_process';
import { findBroker } from './find-broker.mjs';

const found = await findBroker();
if (found.how === 'none') {
  const required = process.env.MOTCUA_REQUIRE_KAFKA === '1';
  process.stderr.write(
    `${found.line}. The project \`kafka\` is left out${required ? ', but MOTCUA_REQUIRE_KAFKA=1' : ''}.\n`,
  );
  process.exitCode = required ? 1 : 0;
} else {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  // One after the other: the suites share one small broker.
  const args = [...jest, '--selectProjects', 'kafka', '--runInBand', ...process.argv.slice(2)];
  const run = spawn(process.execPath, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
  run.once('exit', (code) => (process.exitCode = code ?? 1));
}
