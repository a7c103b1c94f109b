import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applied } from './copy-of-source.mjs';
import { MUTANTS } from './mutants.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** `npm run mutants` plants them and looks who finds them; that takes minutes. */
describe('the planted bugs', () => {
  it('are at least the eight that others have had', () => {
    const names = MUTANTS.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'relay by id cursor',
        'commit before apply',
        'no inbox',
        'inbox outside the transaction',
        'outbox outside the transaction',
        'no fencing',
        'swallowed handler error',
        'producer not renewed',
      ]),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('are the eight wrong dates that Jest did not see', () => {
    expect(MUTANTS.filter(({ found }) => found.every(({ project }) => project === 'pure'))).toHaveLength(8);
  });

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))(
    '%s still applies to the source',
    (_, { patches }) => {
      const texts = new Map<string, string>();
      for (const patch of patches) texts.set(patch.file, applied(texts.get(patch.file) ?? read(patch.file), patch));
      for (const [file, text] of texts) expect(text).not.toBe(read(file));
    },
  );

  it.each(MUTANTS.flatMap(({ found }) => found).map(({ spec, sentence }) => [sentence, spec]))(
    'the sentence “%s” exists',
    (sentence) => {
      const sources = ['libs/testing/src/transport-contract', 'libs/platform/src', 'libs/*-domain/src'];
      expect(sources.some((folder) => grep(folder, sentence))).toBe(true);
    },
  );
});

const grep = (folder: string, text: string): boolean =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).some((file) => read(file).includes(text));
