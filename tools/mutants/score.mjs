// `npm run mutants:score [-- --mutants 100 --seed 1 --in libs/fee-domain/src]`: how many of a seeded sample of small changes to
// the pure domains and to authorisation their own specs find; without `--mutants`, of all of them. Prints every change that
// none found; ends with 1 when one of those is not named in `named.mjs`.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { inLines, lineOf, mutated, mutationsOf } from './mutations-of.mjs';
import { NAMED } from './named.mjs';

const FOLDERS = [
  'libs/catalogue-domain/src',
  'libs/dossier-domain/src',
  'libs/fee-domain/src',
  'libs/kernel/src',
  'libs/legal-clock/src',
  'libs/processing-domain/src',
  'libs/reporting-domain/src',
  'libs/platform/src/auth',
];
/** Specs of a folder that lie elsewhere, because they read samples of a service. */
const SPECS_ELSEWHERE = {
  'libs/catalogue-domain/src': ['apps/procedure-catalogue/src/import-procedures/read-item.spec.ts'],
};
const { values } = parseArgs({
  options: {
    mutants: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    in: { type: 'string', multiple: true, default: FOLDERS },
  },
});
const root = fileURLToPath(new URL('../../', import.meta.url));
const filesOf = async (folder) => (await Array.fromAsync(glob(`${folder}/**/*.ts`, { cwd: root }))).sort();

/** The changes of a folder in the order of the seed: a source that is changed, or moved, changes nothing about the others. */
async function sampleOf(files) {
  const all = [];
  for (const file of files) {
    if (/\.(spec|fixture)\.ts$|\/index\.ts$/.test(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    for (const mutation of mutationsOf(text)) {
      const lines = inLines(text, mutation);
      const place = createHash('sha256').update([values.seed, lines.from, lines.to].join('\n')).digest('hex');
      all.push({ file, text, mutation, lines, place });
    }
  }
  all.sort((a, b) => (a.place < b.place ? -1 : 1));
  return { sample: all.slice(0, Number(values.mutants)), of: all.length };
}

/** The specs of a folder in a process of their own, which is replaced when a change never ends or it has grown. */
class WarmSpecs {
  constructor(folder, specs) {
    this.folder = folder;
    this.specs = specs;
    /** How long each spec takes: a process that takes the place of another need not find out again. */
    this.times = undefined;
    this.limit = 120_000;
  }

  async start() {
    this.child = fork(fileURLToPath(new URL('warm-specs.mjs', import.meta.url)), {
      execArgv: ['--conditions=motcua:source', '--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { red, times } = await this.ask({ specs: this.specs, times: this.times });
    if (red !== undefined) throw new Error(`${this.folder} is red without any change: ${red}`);
    this.times = times;
    this.limit = Math.max(15_000, 15 * Object.values(times).reduce((sum, one) => sum + one, 0));
  }

  ask(question) {
    const { child } = this;
    return new Promise((resolve) => {
      const settle = (answer) => {
        clearTimeout(timer);
        child.off('exit', onExit).off('message', settle);
        resolve(answer);
      };
      const onExit = () => settle({ red: 'ends the process', ended: true });
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        settle({ red: 'never ends', ended: true });
      }, this.limit);
      child.once('exit', onExit).once('message', settle);
      child.send(question);
    });
  }

  /** The sentence that finds a change; undefined when none does. */
  async find(file, text) {
    if (this.child === undefined) await this.start();
    const { red, grown, ended } = await this.ask({ file, text });
    if (grown || ended) this.stop();
    return red;
  }

  stop() {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

const isNamed = (file, { from, to }) =>
  NAMED.some((named) => named.file === file && named.changes.some((one) => one.from === from && one.to === to));
const percent = (part, whole) => `${whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10} %`.padStart(7);
const seconds = (since) => Math.round((performance.now() - since) / 1000);

const total = { tried: 0, found: 0, named: 0 };
const rows = [];
const begun = performance.now();
for (const folder of values.in) {
  const start = performance.now();
  const files = await filesOf(folder);
  const isPure = (file) => file.endsWith('.spec.ts') && !/\.(pg|e2e|kafka|s3|long)\.spec\.ts$/.test(file);
  const warm = new WarmSpecs(folder, [...files.filter(isPure), ...(SPECS_ELSEWHERE[folder] ?? [])]);
  const { sample, of } = await sampleOf(files);
  const score = { tried: sample.length, found: 0, named: 0 };
  for (const { file, text, mutation, lines } of sample) {
    const red = await warm.find(file, mutated(text, mutation));
    if (red !== undefined) score.found += 1;
    else if (isNamed(file, lines)) score.named += 1;
    else
      console.log(
        `survived  ${file}:${lineOf(text, mutation)}  ${mutation.what}\n  from: ${lines.from}\n  to:   ${lines.to}`,
      );
    if (red !== undefined && isNamed(file, lines))
      console.log(`named, but found  ${file}: ${lines.from}\n  by “${red}”`);
  }
  warm.stop();
  for (const key of Object.keys(total)) total[key] += score[key];
  rows.push({ folder, of, ...score, time: seconds(start) });
}
const say = ({ folder, of, tried, found, named, time }) =>
  `${percent(found, tried - named)}  ${found} found, ${named} named, ${tried - found - named} neither, of ${tried} tried (${of} there are)  ${folder}  ${time} s`;
for (const row of rows) console.log(say(row));
const there = rows.reduce((sum, { of }) => sum + of, 0);
console.log(`Mutation score, seed ${values.seed}:`);
console.log(say({ ...total, of: there, folder: 'all', time: seconds(begun) }));
process.exitCode = rows.every(({ tried, found, named }) => tried === found + named) ? 0 : 1;
