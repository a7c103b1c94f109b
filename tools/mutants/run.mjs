// `npm run mutants [-- --pure | name…]`: plants each bug (or those that need no database, or those named) into a copy of
// the source and says who finds it. Ends with 1 when one survives, when a patch no longer applies, or when a suite is red without any.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '../../libs/backends/src/postgres/embedded-postgres.ts';
import { openBroker, whyNoBroker } from '../../libs/backends/src/kafka/index.mjs';
import { CopyOfSource } from './copy-of-source.mjs';
import { MUTANTS } from './mutants.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const CHAOS = ['--minutes', '0.6', '--seed', '7'];

const run = (command, args, options) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('error', reject).once('close', (code) => resolve({ code, said }));
  });

/** What is red of the sentences asked for; undefined when none of them was run. */
async function redSentences(copy, { project, spec, sentence }, environment) {
  const output = join(copy.path, 'mutants-result.json');
  await rm(output, { force: true });
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const pattern = sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const { said } = await run(
    process.execPath,
    [...jest, '--selectProjects', project, '--runInBand', '--json', `--outputFile=${output}`, '-t', pattern, spec],
    { cwd: copy.path, env: { ...process.env, ...environment } },
  );
  const result = JSON.parse(await readFile(output, 'utf8').catch(() => 'null'));
  if (result === null) throw new Error(`Jest gave no result for ${spec}:\n${said.slice(-2_000)}`);
  const suites = result.testResults;
  const broken = suites.find(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  if (broken) throw new Error(`${spec} does not even load:\n${broken.message.slice(0, 2_000)}`);
  const ran = suites.flatMap((suite) => suite.assertionResults).filter(({ status }) => status !== 'pending');
  if (ran.length === 0) return undefined;
  return ran.filter(({ status }) => status === 'failed').map(({ title }) => title);
}

/** The failing checks of a short run of chaos; none when it found nothing. */
async function chaosFindings(copy) {
  const node = process.execPath;
  const built = await run(node, ['tools/build.mjs'], { cwd: copy.path });
  if (built.code !== 0) throw new Error(`the copy does not build:\n${built.said.slice(-2_000)}`);
  const { code, said } = await run(node, ['apps/chaos/dist/main.js', ...CHAOS], { cwd: copy.path });
  if (code === 0) return [];
  const failed = said.split('\n').filter((line) => line.includes('FAIL '));
  if (failed.length === 0) throw new Error(`chaos ended with ${code}:\n${said.slice(-2_000)}`);
  return failed.map((line) => line.replace(/^\s*FAIL\s*/, ''));
}

const wanted = process.argv.slice(2);
const isPure = ({ found }) => found.every(({ project }) => project === 'pure');
const mutants = MUTANTS.filter(
  (mutant) => wanted.length === 0 || wanted.includes(mutant.name) || (wanted.includes('--pure') && isPure(mutant)),
);
if (mutants.length === 0) {
  console.error(`There is none of that name. There are: ${MUTANTS.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

/** A database and a broker, for the bugs that are found on them. */
async function startBackends() {
  const none = await whyNoBroker();
  if (none !== undefined) {
    console.error(`${none}. Some of the bugs are found only on a broker.`);
    process.exit(1);
  }
  const folder = await mkdtemp(join(tmpdir(), 'motcua-mutants-postgres-'));
  await chmod(folder, 0o755);
  const broker = await openBroker();
  console.log(broker.line);
  const postgres = await startPostgres({
    folder: join(folder, 'data'),
    superuser: 'postgres',
    password: 'postgres',
    settings: ['fsync=off', 'full_page_writes=off'],
  });
  return {
    environment: { MOTCUA_TEST_DATABASE_URL: postgres.url, MOTCUA_TEST_KAFKA_BROKERS: broker.brokers },
    stop: async () => {
      await broker.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const { environment, stop } = mutants.every(isPure) ? { environment: {}, stop: async () => {} } : await startBackends();
const copy = await CopyOfSource.of(root);
async function cleanUp() {
  await stop();
  await copy.remove();
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
let survived = 0;
try {
  for (const { name, patches, found: finders, chaos = false } of mutants) {
    // A sentence that is red anyway would find everything.
    for (const finder of finders) {
      const red = await redSentences(copy, finder, environment);
      if (red === undefined) throw new Error(`${finder.spec} has no sentence “${finder.sentence}”`);
      if (red.length > 0) throw new Error(`“${red[0]}” is red without any bug`);
    }
    const putBack = await copy.patch(patches);
    const foundBy = [];
    for (const finder of finders)
      foundBy.push(...((await redSentences(copy, finder, environment)) ?? []).map((title) => `“${title}”`));
    const atFinders = foundBy.length;
    if (chaos) foundBy.push(...(await chaosFindings(copy)).map((check) => `chaos: ${check}`));
    const isFound = atFinders > 0 && (!chaos || foundBy.length > atFinders);
    if (!isFound) survived += 1;
    console.log(`${isFound ? 'found   ' : 'SURVIVED'}  ${name}`);
    for (const who of foundBy) console.log(`            by ${who}`);
    await putBack();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  survived += 1;
} finally {
  await cleanUp();
}
console.log(survived === 0 ? `All ${mutants.length} are found.` : 'Not all are found.');
process.exit(survived === 0 ? 0 : 1);
