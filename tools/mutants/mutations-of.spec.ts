import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inLines, lineOf, mutated, mutationsOf } from './mutations-of.mjs';
import { NAMED } from './named.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

const all = (text: string): string[] => mutationsOf(text).map((mutation) => mutated(text, mutation));

describe('the small changes of a source', () => {
  it.each([
    ['const late = now > due;', ['const late = now >= due;']],
    ['const ok = a && !b;', ['const ok = a || !b;', 'const ok = a && b;']],
    ['const x = is ? 1 : y;', ['const x = !(is) ? 1 : y;', 'const x = is ? (1 + 1) : y;']],
    ['if (late) assertOpen(order);', ['if (false) assertOpen(order);', 'if (true) assertOpen(order);', 'if (late) ;']],
    ['const many = list.some(isOpen);', ['const many = list.every(isOpen);']],
  ])('of %j', (text, expected) => {
    expect(all(text)).toEqual(expected);
  });

  it.each([["type Kind = 'a' | 'b';"], ["import { a } from './a.js';"], ["const text = 'a' + name;"]])(
    'are none where nothing is decided: %j',
    (text) => {
      expect(all(text)).toEqual([]);
    },
  );

  it('are told with their line', () => {
    const text = 'const a = b;\nconst c = d < e;\n';
    expect(mutationsOf(text).map((mutation) => lineOf(text, mutation))).toEqual([2]);
  });

  it('are named by their lines, before and after', () => {
    const text = 'const a = b;\n  if (\n    c\n  ) d();\n';
    expect(mutationsOf(text).map((mutation) => inLines(text, mutation))).toEqual([
      { from: 'c', to: 'false' },
      { from: 'c', to: 'true' },
      { from: ') d();', to: ') ;' },
    ]);
  });
});

describe('a small change that no spec need find', () => {
  it.each(NAMED.map(({ file, changes }) => [file, changes] as const))('still applies to %s', (file, changes) => {
    const text = readFileSync(`${root}${file}`, 'utf8');
    const there = mutationsOf(text).map((mutation) => inLines(text, mutation));
    for (const change of changes) expect(there).toContainEqual(change);
  });
});
