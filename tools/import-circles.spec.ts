import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { circlesOf } from './import-circles.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

const IMPORT = /^(?:import|export)\b[^'"]*?\bfrom '(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/** Relative imports of each source, types too: who needs a type needs the file. */
const importsOf = (file: string): string[] =>
  [...readFileSync(`${root}${file}`, 'utf8').matchAll(IMPORT)].map(([, from, dynamic]) =>
    join(dirname(file), (from ?? dynamic)!).replace(/\.js$/, '.ts'),
  );

describe('files that import each other in a circle', () => {
  it('are found, however long the circle is, and through types', () => {
    const graph = new Map([
      ['a.ts', ['b.ts']],
      ['b.ts', ['c.ts', 'd.ts']],
      ['c.ts', ['a.ts']],
      ['d.ts', ['e.ts']],
      ['e.ts', []],
      ['f.ts', ['f.ts']],
    ]);
    expect(circlesOf(graph)).toEqual([['a.ts', 'b.ts', 'c.ts'], ['f.ts']]);
  });

  it('do not exist in this repository', () => {
    const files = globSync(['apps/*/src/**/*.ts', 'libs/**/src/**/*.ts'], {
      cwd: root,
      exclude: (name) => name.includes('node_modules'),
    }).map((file) => file.replaceAll('\\', '/'));
    expect(files.length).toBeGreaterThan(1_000);
    const graph = new Map(files.map((file) => [file, importsOf(file)]));
    expect(circlesOf(graph)).toEqual([]);
  });
});
