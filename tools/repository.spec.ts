import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realCitizenIds } from './eslint/citizen-ids.mjs';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && statSync(join(root, file), { throwIfNoEntry: false })?.isFile() === true);

const texts = new Map(
  tracked
    .map((file): [string, string] => [file, readFileSync(join(root, file), 'utf8')])
    .filter(([, text]) => !text.includes('\0')),
);

const filesWhere = (holds: (text: string, file: string) => boolean): string[] =>
  [...texts].filter(([file, text]) => holds(text, file)).map(([file]) => file);

/** A path with one segment (`/app`) is anybody's; a longer one is this machine's. */
const ofThisMachine = [root, homedir()].filter((path) => path.split(sep).length > 2);

// The image's user lives in /home/node.
const ofAnyMachine = /(?<![\w.~/-])\/(?:home(?!\/node\b)|Users|root|work|workspaces?)\/[\w.-]+/;

describe('what is committed', () => {
  it('reads every tracked file', () => {
    expect(texts.size).toBeGreaterThan(20);
  });

  it('names no path of the machine it was written on', () => {
    expect(filesWhere((text) => ofAnyMachine.test(text) || ofThisMachine.some((path) => text.includes(path)))).toEqual(
      [],
    );
  });

  it('recognises such a path', () => {
    expect(`see ${['', 'home', 'ana', 'motcua'].join('/')}`).toMatch(ofAnyMachine);
    expect('GET /workflow/v1/cases and https://example.org/home/page').not.toMatch(ofAnyMachine);
  });

  it('names no package registry, in the lock file neither', () => {
    const registry = /"resolved": "https?:|registry\.(?:npmjs|yarnpkg)\.|^(?:@[\w-]+:)?registry\s*=/m;
    expect(filesWhere((text) => registry.test(text))).toEqual([]);
  });

  it("holds no number that could be a living person's citizen id", () => {
    expect(filesWhere((text, file) => file !== 'package-lock.json' && realCitizenIds(text).length > 0)).toEqual([]);
  });

  it('keeps no build output, log or environment file', () => {
    const unwanted =
      /(?:^|\/)(?:dist|node_modules|coverage|\.nx|\.jest-cache|\.motcua)\/|\.log$|(?:^|\/)\.env(?:\.(?!example$)\w+)?$/;
    expect(tracked.filter((file) => unwanted.test(file))).toEqual([]);
  });
});

describe('what a source cites', () => {
  const sources = [...texts].filter(([file]) => /\.(?:ts|mjs|yml|yaml|tpl)$/.test(file));
  const pages = new Set(tracked.filter((file) => file.endsWith('.md')).map((file) => basename(file)));

  it('is a page of the repository, not one that a reader does not have', () => {
    const cited = sources.flatMap(([file, text]) =>
      [...text.matchAll(/(?<![\w*{}$<.-])([a-z][\w-]*\.md)\b(?!\.)(`?,? (?:section )?\d)?/g)].map(
        ([, page = '', section]) =>
          [`${file}: ${page}${section ?? ''}`, pages.has(page) && section === undefined] as const,
      ),
    );
    expect(cited.filter(([, isHere]) => !isHere).map(([what]) => what)).toEqual([]);
  });
});

describe('what a page names', () => {
  const pages = [...texts].filter(([file]) => file.endsWith('.md') && file !== 'CHANGELOG.md');
  const named = /`((?:[\w.-]+\/)*[\w.-]+(?:\.(?:ts|mjs|spec|json|yml|tpl|yaml|env)|\/))`/g;
  const isHere = (path: string): boolean => {
    const end = path.replace(/\/$/, '');
    return tracked.some((file) => `/${file}/`.includes(`/${end}/`) || `/${file}`.endsWith(`/${end}.ts`));
  };

  it('is a file or folder of the repository, by its path or by the end of it', () => {
    const missing = pages.flatMap(([file, text]) =>
      [...text.matchAll(named)]
        .map(([, path = '']) => path)
        .filter((path) => !/YYYY|^\./.test(path) && !isHere(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the architecture', () => {
  const page = texts.get('docs/architecture.md') ?? '';

  it('names every program and library', () => {
    const rooms = new Set(tracked.flatMap((file) => /^(?:apps|libs)\/([\w-]+)\//.exec(file)?.[1] ?? []));
    expect([...rooms].filter((room) => !new RegExp(`\\b${room}\``).test(page))).toEqual([]);
  });
});

/** Each has a better way, which stands beside it. */
const BETTER: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/@(?:Payload|Ctx)\(/, '@On gives a handler its event and context'],
  [/@Inject\((?=\w*[a-z])\w+\)/, 'a class is injected by its type, which the metadata names; a token is in capitals'],
  [/\bnew Refusal\(/, 'a refusal names the union of its codes'],
  [
    /\b(?:portions?|patiently|mischief|society|rungs?|walkers?)\b/i,
    "the field's own word: batch, retry, faults, participants, candidate, scanner",
  ],
];

describe('what is written in one way', () => {
  const sources = [...texts].filter(([file]) => /^(?:apps|libs)\/.*(?<!\.spec|\.fixture)\.ts$/.test(file));

  it.each(BETTER)('not %s: %s', (shape) => {
    expect(sources.filter(([, text]) => shape.test(text)).map(([file]) => file)).toEqual([]);
  });
});
