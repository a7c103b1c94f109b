import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../docs', import.meta.url));
const rows = readFileSync(join(docs, 'rules.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [rule, , decided = '', tried = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return rule !== undefined && /^R\d+$/.test(rule) ? [{ rule, decided, tried }] : [];
  });
const linked = (cell: string): string[] =>
  [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => join(docs, path));

describe('the page of rules', () => {
  it('has every rule of the domain, in order', () => {
    expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: 23 }, (_, n) => `R${n + 1}`));
  });

  it.each(rows)(
    'leads from $rule to a file that decides it and to a spec that tries it',
    ({ rule, decided, tried }) => {
      const [files, specs] = [linked(decided), linked(tried)];
      expect(files.length).toBeGreaterThan(0);
      expect(specs.length).toBeGreaterThan(0);
      for (const file of [...files, ...specs])
        expect({ file, exists: existsSync(file) }).toEqual({ file, exists: true });
      for (const spec of specs) expect(spec).toMatch(/\.spec\.ts$/);
      expect(files.filter((file) => new RegExp(`\\b${rule}\\b`).test(readFileSync(file, 'utf8')))).not.toEqual([]);
    },
  );
});
