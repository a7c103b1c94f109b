// Compiles every workspace package from src/ to dist/ with SWC, which keeps the decorator metadata that Nest reads.
// Only files whose source is newer than their output are compiled, so `npm start` costs little when nothing changed.
// Type errors are found by `npm run typecheck`, not here.
import { copyFile, glob, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const root = fileURLToPath(new URL('..', import.meta.url));
const clean = process.argv.includes('--clean');
const options = { ...JSON.parse(await readFile(join(root, '.swcrc'), 'utf8')), configFile: false, swcrc: false };
const isSource = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
const isSpec = (file) => /\.(spec|fixture)\.ts$/.test(file);
const modified = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
const configured = Math.max(await modified(join(root, '.swcrc')), await modified(join(root, 'package-lock.json')));

async function compile(from, to) {
  const { code, map } = await transform(await readFile(from, 'utf8'), { ...options, filename: from, sourceMaps: true });
  await writeFile(to, `${code}\n//# sourceMappingURL=${to.split('/').pop()}.map\n`);
  await writeFile(`${to}.map`, map);
}

async function buildPackage(folder) {
  const source = join(root, folder, 'src');
  const output = join(root, folder, 'dist');
  if (clean) await rm(output, { recursive: true, force: true });
  const expected = new Set();
  const work = [];
  for await (const entry of glob('**/*', { cwd: source, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    if (isSpec(from)) continue;
    const to = join(output, from.slice(source.length + 1)).replace(/(?<!\.d)\.ts$/, '.js');
    expected.add(to);
    if ((await modified(to)) >= Math.max(await modified(from), isSource(from) ? configured : 0)) continue;
    work.push(async () => {
      await mkdir(dirname(to), { recursive: true });
      await (isSource(from) ? compile(from, to) : copyFile(from, to));
    });
  }
  // What was renamed or deleted in src/ must not live on in dist/.
  for await (const entry of glob('**/*', { cwd: output, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile() && !expected.has(file.replace(/\.map$/, ''))) await rm(file);
  }
  return work;
}

const packages = [];
for await (const manifest of glob(['apps/*/package.json', 'libs/*/package.json'], {
  cwd: root,
})) {
  packages.push(dirname(manifest));
}
const work = (await Promise.all(packages.map(buildPackage))).flat();
if (work.length > 200) console.error(`Compiling ${work.length} files …`);
const queue = work.values();
await Promise.all(
  Array.from({ length: availableParallelism() * 4 }, async () => {
    for (const job of queue) await job();
  }),
);
