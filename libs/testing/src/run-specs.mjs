// `npm test` and `npm run test:kafka`: the Jest projects that are named first, with whatever else Jest is told. The project
// `kafka` is left out, by name and with the reason, where no broker can be had; MOTCUA_REQUIRE_KAFKA=1 makes that a failure.
import { spawn } from 'node:child_process';
import { BROKER_RUNGS } from '../../local-kafka/src/broker-rungs.mjs';
import { firstUsable } from '../../local-kafka/src/ladder/climb.mjs';

const [names = '', ...rest] = process.argv.slice(2);
const asked = names.split(',');
const { line } = asked.includes('kafka') ? await firstUsable('Kafka', BROKER_RUNGS) : {};
const required = line !== undefined && process.env.MOTCUA_REQUIRE_KAFKA === '1';
if (line !== undefined)
  process.stderr.write(`${line}. The project kafka is left out${required ? ', but MOTCUA_REQUIRE_KAFKA=1' : ''}.\n`);
const projects = line === undefined ? asked : asked.filter((name) => name !== 'kafka');
if (required) process.exitCode = 1;
else if (projects.length > 0) {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const run = spawn(process.execPath, [...jest, '--selectProjects', ...projects, '--maxWorkers=2', ...rest], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
  run.once('exit', (code) => (process.exitCode = code ?? 1));
}
