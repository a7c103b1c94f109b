// `npm run check:long [-- specs score chaos] [-- --whole]`: what takes minutes, part after part, whatever became of the one
// before. Says how long each took; a part that does not end within its minutes has failed, so that the whole ends within two and
// a half hours. Of what takes hours the long specs play a tenth, chosen by the day: another one tomorrow; `--whole`: all of it.
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

const whole = process.argv.includes('--whole');
const share = {
  MOTCUA_LONG_SHARE: whole ? '1' : '0.1',
  MOTCUA_LONG_SEED: process.env.MOTCUA_LONG_SEED ?? String(Math.floor(Date.now() / 86_400_000)),
};
/** Minutes that a part takes when all of it is played. */
const WHOLE_SPECS = 300;
const asked = process.argv.slice(2).filter((one) => one !== '--whole');
for (const name of asked) if (!Object.hasOwn(PARTS, name)) throw new Error(`${name} is none of ${Object.keys(PARTS)}`);
const said = [];
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  const [bound, ...args] = PARTS[name];
  const most = whole && name === 'specs' ? WHOLE_SPECS : bound;
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, ...share },
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
console.log(`Long specs: ${whole ? 'all' : 'a tenth'}, seed ${share.MOTCUA_LONG_SEED}`);
console.log(said.join('\n'));
