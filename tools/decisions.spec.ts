import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../docs/adr/', import.meta.url));
const read = (file: string): string => readFileSync(`${folder}${file}`, 'utf8');
const decisions = readdirSync(folder).filter((file) => /^\d{4}-.*\.md$/.test(file) && !file.startsWith('0000'));

describe('the record of decisions', () => {
  it('counts from 0001 without a hole', () => {
    const numbers = decisions.map((file) => Number(file.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it.each(decisions)('%s is in the index under its title', (file) => {
    const number = file.slice(0, 4);
    const title = read(file).match(/^# (\d{4})\. (.+)$/m);
    expect(title?.[1]).toBe(number);
    expect(read('README.md').replace(/\s+/g, ' ')).toContain(`- [${number}](${file}) ${title?.[2] ?? '?'} `);
  });

  it.each(decisions)('%s names a guard that exists', (file) => {
    const guard = read(file).split(/^## Guard$/m)[1] ?? '';
    const paths = [...guard.matchAll(/`((?:apps|libs|tools|\.ci|eslint)[\w./-]*)`/g)].map(([, path]) => path ?? '');
    expect(paths).not.toEqual([]);
    expect(paths.filter((path) => !existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url))))).toEqual([]);
  });
});
