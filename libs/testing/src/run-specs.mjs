// `npm test`, `npm run test:kafka`, `npm run test:s3`: the Jest projects that are named first, with whatever else Jest is
// told. The projects `kafka` and `s3` are left out, by name and with the reason, where no broker or no S3-compatible server
// can be had; MOTCUA_REQUIRE_KAFKA=1 and MOTCUA_REQUIRE_S3=1 make that a failure.
import { spawn } from 'node:child_process';
import { BROKER_CANDIDATES } from '../../backends/src/kafka/broker-candidates.mjs';
import { firstUsable } from '../../backends/src/candidates/start-first-available.mjs';
import { whyNoS3 } from '../../backends/src/s3/find-s3.mjs';

const [names = '', ...rest] = process.argv.slice(2);
const asked = names.split(',');

/** Why a project cannot run here, in one line, or nothing. */
const OBSTACLES = {
  kafka: async () => (await firstUsable('Kafka', BROKER_CANDIDATES)).line,
  // Building a server takes minutes: only for whoever asks for it, by the project's name or as a requirement.
  s3: () => whyNoS3({ mayBuild: names === 's3' || process.env.MOTCUA_REQUIRE_S3 === '1' }),
};

const left = new Set();
for (const [name, obstacle] of Object.entries(OBSTACLES)) {
  const line = asked.includes(name) ? await obstacle() : undefined;
  if (line === undefined) continue;
  const requirement = `MOTCUA_REQUIRE_${name.toUpperCase()}`;
  const required = process.env[requirement] === '1';
  process.stderr.write(`${line}. The project ${name} is left out${required ? `, but ${requirement}=1` : ''}.\n`);
  left.add(name);
  if (required) process.exitCode = 1;
}
const projects = asked.filter((name) => !left.has(name));
if (process.exitCode !== 1 && projects.length > 0) {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const run = spawn(process.execPath, [...jest, '--selectProjects', ...projects, '--maxWorkers=2', ...rest], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => run.kill(signal));
  run.once('exit', (code) => (process.exitCode = code ?? 1));
}
