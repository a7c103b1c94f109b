// `npm run check:long [-- specs score chaos]`: what takes minutes, part after part, whatever became of the one before. Says how
// long each took; a part that does not end within its minutes has failed, so that the whole ends within two and a half hours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const quiet = '--disable-warning=ExperimentalWarning';
const PARTS = {
  specs: [60, '--experimental-vm-modules', quiet, 'node_modules/jest/bin/jest.js', '--selectProjects=long', '-w=2'],
  score: [50, quiet, 'tools/mutants/score.mjs', '--mutants', '150'],
  build: [5, 'tools/build.mjs'],
  chaos: [35, '--enable-source-maps', quiet, 'apps/chaos/dist/main.js', '--minutes', '20', '--clients', '12'],
};

const asked = process.argv.slice(2);
for (const name of asked) if (!Object.hasOwn(PARTS, name)) throw new Error(`${name} is none of ${Object.keys(PARTS)}`);
const said = [];
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const [most, ...args] = PARTS[name];
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    timeout: most * 60_000,
    killSignal: 'SIGINT',
  });
  const [code] = await once(child, 'exit');
  const minutes = (performance.now() - began) / 60_000;
  said.push(
    `${name}: ${code === 0 ? 'passed' : minutes >= most ? 'not ended' : 'failed'} in ${minutes.toFixed(1)} min`,
  );
  if (code !== 0) process.exitCode = 1;
}
console.log(said.join('\n'));
