import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Finding {
  readonly ruleId: string | null;
  readonly message: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (script: string, planted: unknown): Finding[][] =>
  JSON.parse(
    execFileSync(process.execPath, [`${root}tools/eslint/${script}`], {
      input: JSON.stringify(planted),
      encoding: 'utf8',
    }),
  ) as Finding[][];

const inIt = (body: string): string => `it('a sentence', async () => {\n  ${body}\n});\n`;

/** [what a spec does, so that it cannot fail; its text; who finds it] */
const BREACHES: readonly (readonly [string, string, string])[] = [
  ['is left out', "it.skip('a sentence', () => { expect(1).toBe(1); });\n", 'no-restricted-syntax'],
  ['alone is run', "it.only('a sentence', () => { expect(1).toBe(1); });\n", 'no-restricted-syntax'],
  ['is run again until it is green', 'jest.retryTimes(3);\n', 'no-restricted-syntax'],
  ['takes anything', inIt('expect({ a: 1 }).toEqual({ a: expect.anything() });'), 'no-restricted-syntax'],
  [
    'looks for a key that may be misspelt',
    inIt('expect({ a: 1 }).not.toMatchObject({ b: 1 });'),
    'no-restricted-syntax',
  ],
  [
    'looks for a property that may be misspelt',
    inIt("expect({ a: 1 }).not.toHaveProperty('b');"),
    'no-restricted-syntax',
  ],
  [
    'looks for a part that may be misspelt',
    inIt('expect({ a: 1 }).toEqual(expect.not.objectContaining({ b: 1 }));'),
    'no-restricted-syntax',
  ],
  ['expects in a branch', inIt('if (Math.PI > 4) expect(1).toBe(2);'), 'jest/no-conditional-expect'],
  [
    'expects where something must first fail',
    inIt('try { await Promise.resolve(); } catch (error) { expect(error).toBe(1); }'),
    'jest/no-conditional-expect',
  ],
  ['does not await what it expects', inIt('expect(Promise.resolve(1)).resolves.toBe(2);'), 'jest/valid-expect'],
  ['expects nothing of a value', inIt('expect(1);'), 'jest/valid-expect'],
  [
    'expects in a promise that nobody awaits',
    inIt('Promise.resolve(1).then((one) => { expect(one).toBe(2); });'),
    'jest/valid-expect-in-promise',
  ],
  [
    'expects outside of a sentence',
    "describe('a thing', () => { expect(1).toBe(2); });\n",
    'jest/no-standalone-expect',
  ],
  [
    'has the title of another',
    "describe('a thing', () => {\n  it('is', () => { expect(1).toBe(1); });\n  it('is', () => { expect(2).toBe(2); });\n});\n",
    'jest/no-identical-title',
  ],
];
const FINE: readonly (readonly [string, string])[] = [
  ['expects a value', inIt('expect(await Promise.resolve(1)).toBe(1);')],
  ['awaits what it expects', inIt('await expect(Promise.resolve(1)).resolves.toBe(1);')],
  ['expects a part', inIt('expect({ a: 1, b: 2 }).toMatchObject({ a: 1 });')],
];

describe('a spec that cannot fail is refused when it', () => {
  const found = run(
    'lint-texts.mjs',
    [...BREACHES, ...FINE].map(([, text]) => ({ file: 'libs/kernel/src/planted.spec.ts', text })),
  );
  const rules = found.map((findings) => findings.map(({ ruleId }) => ruleId));

  it.each(BREACHES.map(([what, , rule], at) => [what, rule, at] as const))('%s (%s)', (_, rule, at) => {
    expect(rules[at]).toContain(rule);
  });

  it.each(FINE.map(([what], at) => [what, BREACHES.length + at] as const))('not when it %s', (_, at) => {
    expect(rules[at]).toEqual([]);
  });
});

describe('an expectation of a promise', () => {
  const found = run('lint-promises.mjs', [
    'expect(Promise.resolve(1)).toBeDefined();',
    'const work = async () => 1; expect(work()).toBeTruthy();',
    'await expect(Promise.resolve(1)).resolves.toBe(1);',
    'expect(await Promise.resolve(1)).toBe(1);',
  ]).map((findings) => findings.map(({ ruleId }) => ruleId));

  it('is refused, since every promise is defined', () => {
    expect(found.slice(0, 2)).toEqual([['motcua/no-promise-expected'], ['motcua/no-promise-expected']]);
  });

  it('is fine when it is awaited', () => {
    expect(found.slice(2)).toEqual([[], []]);
  });
});
