// Which packages a program can load: its modules are followed from its entries, file by file.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g;
/** A workspace package also where only a file of it is loaded, such as its seed. */
const WORKSPACE = /["'](@motcua\/[\w-]+(?:\/[^"'\n]*)?)["']/g;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

export const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const nameOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Where Node finds `name` from `folder`, within `root`; undefined where it is not installed. */
export function findPackage(name, folder, root) {
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (at === root || at === dirname(at)) return undefined;
  }
}

/** The npm packages and workspace packages that the built `entries` reach, by name. */
export function reachedFrom(entries, root) {
  const [npm, workspaces, seen] = [new Set(), new Map(), new Set()];
  // The linter sees to it that nothing else is imported; what else looks like an import is text.
  const declared = readManifest(root).dependencies;
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replace(COMMENT, '');
    const specifiers = new Set([...text.matchAll(IMPORT), ...text.matchAll(WORKSPACE)].map(([, one]) => one));
    for (const specifier of specifiers) {
      if (specifier.startsWith('node:')) continue;
      if (specifier.startsWith('.')) {
        visit(join(dirname(file), specifier));
        continue;
      }
      const name = nameOf(specifier);
      if (!name.startsWith('@motcua/')) {
        if (name in declared) npm.add(name);
        continue;
      }
      const folder = findPackage(name, dirname(file), root);
      if (folder === undefined) throw new Error(`${relative(root, file)} needs ${name}, which is not there`);
      workspaces.set(name, folder);
      const entry = readManifest(folder).exports[`.${specifier.slice(name.length)}`]?.default;
      if (entry !== undefined) visit(join(folder, entry));
    }
  };
  for (const entry of entries) visit(entry);
  return { npm, workspaces };
}

/** The folders of installed packages that `names` need, directly or not, each once. Development packages are none of them. */
export function closureOf(names, root) {
  const folders = new Set();
  const take = (name, from, optional) => {
    const folder = findPackage(name, from, root);
    if (folder === undefined) {
      if (optional) return;
      throw new Error(`${name} is needed by ${relative(root, from) || 'the sources'} and not installed`);
    }
    if (folders.has(folder)) return;
    folders.add(folder);
    const {
      dependencies = {},
      optionalDependencies = {},
      peerDependencies = {},
      peerDependenciesMeta = {},
    } = readManifest(folder);
    for (const one of Object.keys(dependencies)) take(one, folder, one in optionalDependencies);
    for (const one of Object.keys(optionalDependencies)) take(one, folder, true);
    // An optional peer is used where the product itself asks for it.
    for (const one of Object.keys(peerDependencies))
      if (peerDependenciesMeta[one]?.optional !== true) take(one, folder, true);
  };
  for (const name of names) take(name, root, false);
  return [...folders].map((folder) => relative(root, folder).split(sep).join('/')).sort();
}
