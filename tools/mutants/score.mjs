// `npm run mutants:score [-- --mutants 120 --seed 1 --in libs/fee-domain/src --at-least 80]`: how many of a seeded sample of
// small changes to the pure domains and to authorisation their own specs find. Prints every change that none found. Ends with
// 1 below `--at-least` percent.
import { spawn } from 'node:child_process';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { CopyOfSource } from './copy-of-source.mjs';
import { lineOf, mutated, mutationsOf } from './mutations-of.mjs';

const FOLDERS = [
  'libs/catalogue-domain/src',
  'libs/dossier-domain/src',
  'libs/fee-domain/src',
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
    mutants: { type: 'string', default: '120' },
    seed: { type: 'string', default: '1' },
    in: { type: 'string', multiple: true, default: FOLDERS },
    // The floor: what was seen last (some 67 of 100), less what a sample of this size may be off by. It is only raised.
    'at-least': { type: 'string', default: '60' },
  },
});

/** A generator of numbers in [0, 1) that says the same for the same seed (mulberry32). */
const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const all = [];
for (const folder of values.in)
  for await (const file of glob(`${folder}/**/*.ts`, { cwd: root })) {
    if (/\.(spec|fixture)\.ts$|\/index\.ts$/.test(file)) continue;
    const text = await readFile(join(root, file), 'utf8');
    for (const mutation of mutationsOf(text)) all.push({ folder, file, text, mutation });
  }
all.sort((a, b) => (a.file === b.file ? a.mutation.start - b.mutation.start : a.file < b.file ? -1 : 1));
const random = randomOf(Number(values.seed));
const sample = all
  .map((one) => ({ one, place: random() }))
  .sort((a, b) => a.place - b.place)
  .slice(0, Number(values.mutants))
  .map(({ one }) => one);
console.log(`${sample.length} of ${all.length} small changes, seed ${values.seed}`);

/** Whether the pure specs of a folder are green in the copy; a change that never ends is found, too. */
const isGreen = (copy, folder) =>
  new Promise((resolve, reject) => {
    const jest = [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
    ];
    const args = [
      ...jest,
      '--selectProjects',
      'pure',
      '--runInBand',
      '--bail',
      '--silent',
      folder,
      ...(SPECS_ELSEWHERE[folder] ?? []),
    ];
    const child = spawn(process.execPath, args, { cwd: copy.path, stdio: 'ignore', timeout: 60_000 });
    child.once('error', reject).once('close', (code) => resolve(code === 0));
  });

const copy = await CopyOfSource.of(root);
const end = () => copy.remove();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end().finally(() => process.exit(130)));
const found = new Map(values.in.map((folder) => [folder, { found: 0, of: 0 }]));
try {
  for (const folder of new Set(sample.map((one) => one.folder)))
    if (!(await isGreen(copy, folder))) throw new Error(`the specs of ${folder} are red without any change`);
  for (const { folder, file, text, mutation } of sample) {
    await writeFile(join(copy.path, file), mutated(text, mutation));
    const survived = await isGreen(copy, folder);
    await writeFile(join(copy.path, file), text);
    const score = found.get(folder);
    score.of += 1;
    if (survived) console.log(`survived  ${file}:${lineOf(text, mutation)}  ${mutation.what}`);
    else score.found += 1;
  }
} finally {
  await end();
}
const percent = (part, whole) => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);
for (const [folder, score] of found)
  if (score.of > 0)
    console.log(`${String(percent(score.found, score.of)).padStart(5)} %  ${score.found} of ${score.of}  ${folder}`);
const killed = [...found.values()].reduce((sum, score) => sum + score.found, 0);
const total = percent(killed, sample.length);
console.log(`Mutation score ${total} %: ${killed} of ${sample.length} changes found.`);
process.exitCode = total < Number(values['at-least']) ? 1 : 0;
