import { readFileSync } from 'node:fs';
import * as contracts from '@motcua/contracts';

const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8');
const vocabularies = Object.entries(contracts)
  .filter(([name, words]) => /^[A-Z_]+$/.test(name) && name !== 'LANGUAGES' && Array.isArray(words))
  .map(([name, words]): [string, string[]] => [name, (words as unknown[]).filter((word) => typeof word === 'string')])
  .filter(([, words]) => words.length > 0);

describe('the glossary', () => {
  it('is compared with the words of the events', () => {
    expect(vocabularies.map(([name]) => name)).toContain('PUBLIC_STATUSES');
  });

  it.each(vocabularies)('explains every word of %s', (_name, words) => {
    expect(words.filter((word) => !glossary.includes(`\`${word}\``))).toEqual([]);
  });

  it('numbers the statuses as the national portal does', () => {
    const numbered = [...glossary.matchAll(/^\| (\d+) +\| [^|]+\| `(\w+)` +\|$/gm)].map(
      ([, n, word]) => `${n ?? ''} ${word ?? ''}`,
    );
    expect(numbered).toEqual(contracts.PUBLIC_STATUSES.map((status, index) => `${index + 1} ${status}`));
  });
});
