import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { depConstraints } from './eslint/boundaries.mjs';

interface Planted {
  readonly file: string;
  readonly text: string;
}

interface Finding {
  readonly ruleId: string | null;
  readonly messageId?: string;
}

const lint = (planted: readonly Planted[]): Finding[][] =>
  JSON.parse(
    execFileSync(process.execPath, [fileURLToPath(new URL('eslint/lint-texts.mjs', import.meta.url))], {
      input: JSON.stringify(planted),
      encoding: 'utf8',
    }),
  ) as Finding[][];

const importing = (name: string): string => `import * as planted from '${name}';\nexport const used = planted;\n`;

const NX = '@nx/enforce-module-boundaries';
const TAGS = `${NX}:onlyTagsConstraintViolation`;
const NOTHING = `${NX}:emptyOnlyTagsConstraintViolation`;
const NPM = `${NX}:bannedExternalImportsViolation`;
const UNDECLARED = `${NX}:noTransitiveDependencies`;
const RELATIVE = `${NX}:noRelativeOrAbsoluteImportsAcrossLibraries`;
const PURE = 'no-restricted-imports';

const BREACHES: [title: string, file: string, text: string, rules: string[]][] = [
  ['the kernel imports the platform', 'libs/kernel/src/planted.ts', importing('@motcua/platform'), [NOTHING]],
  ['the kernel imports an npm package', 'libs/kernel/src/planted.ts', importing('pg'), [NPM]],
  ['the legal clock imports Node', 'libs/legal-clock/src/planted.ts', importing('node:fs'), [PURE]],
  ['a domain imports an npm package', 'libs/fee-domain/src/planted.ts', importing('class-validator'), [NPM, PURE]],
  ['a domain imports Node', 'libs/fee-domain/src/planted.ts', importing('node:fs'), [PURE]],
  ['a domain imports Node by its old name', 'libs/fee-domain/src/planted.ts', importing('fs'), [PURE]],
  [
    'a domain imports another domain',
    'libs/fee-domain/src/planted.ts',
    importing('@motcua/dossier-domain'),
    [TAGS, PURE],
  ],
  [
    'a domain imports the contracts',
    'libs/dossier-domain/src/planted.ts',
    importing('@motcua/contracts'),
    [TAGS, PURE],
  ],
  [
    'a domain imports the testing library',
    'libs/fee-domain/src/planted.ts',
    importing('@motcua/testing'),
    [TAGS, PURE],
  ],
  ['the contracts import the platform', 'libs/contracts/src/planted.ts', importing('@motcua/platform'), [TAGS]],
  ['the fields import the platform', 'libs/fields/src/planted.ts', importing('@motcua/platform'), [NOTHING]],
  [
    'a service imports the fields past the platform',
    'apps/fee-payment/src/planted.ts',
    importing('@motcua/fields'),
    [TAGS],
  ],
  ['the platform imports a service', 'libs/platform/src/planted.ts', importing('@motcua/fee-payment'), [TAGS]],
  ['the platform imports a domain', 'libs/platform/src/planted.ts', importing('@motcua/fee-domain'), [TAGS]],
  ['the testing library imports a service', 'libs/testing/src/planted.ts', importing('@motcua/fee-payment'), [TAGS]],
  ['a service imports another', 'apps/fee-payment/src/planted.ts', importing('@motcua/dossier-intake'), [TAGS]],
  [
    'a service imports another by a relative path',
    'apps/fee-payment/src/planted.ts',
    importing('../../dossier-intake/src/index.js'),
    [RELATIVE],
  ],
  ['a service imports the composition', 'apps/fee-payment/src/planted.ts', importing('@motcua/standalone'), [TAGS]],
  [
    "a spec imports another service's code",
    'apps/fee-payment/src/a.spec.ts',
    importing('@motcua/dossier-intake'),
    [TAGS],
  ],
  ['a service imports a program', 'apps/fee-payment/src/planted.ts', importing('@motcua/development'), [TAGS]],
  ['the composition imports a program', 'libs/local-system/src/planted.ts', importing('@motcua/development'), [TAGS]],
  ['a source imports the testing library', 'apps/fee-payment/src/planted.ts', importing('@motcua/testing'), [TAGS]],
  [
    'a service imports a domain that no ADR gives it',
    'apps/notifications/src/planted.ts',
    importing('@motcua/fee-domain'),
    [TAGS],
  ],
  [
    'payment imports the domain of dossiers',
    'apps/fee-payment/src/planted.ts',
    importing('@motcua/dossier-domain'),
    [TAGS],
  ],
  ['the gateway imports a service', 'apps/gateway/src/planted.ts', importing('@motcua/fee-payment'), [TAGS]],
  [
    'a package is imported that package.json does not name',
    'libs/platform/src/planted.ts',
    importing('ipaddr.js'),
    [UNDECLARED],
  ],
  [
    'the catalogue uses the copies of itself',
    'apps/procedure-catalogue/src/planted.ts',
    importing('@motcua/catalogue-copy'),
    [TAGS],
  ],
  [
    'a service starts its own PostgreSQL',
    'apps/fee-payment/src/planted.ts',
    importing('@motcua/backends/postgres'),
    [TAGS],
  ],
  ['a service starts its own Kafka', 'apps/fee-payment/src/planted.ts', importing('@motcua/backends/kafka'), [TAGS]],
  [
    'a domain reads the time',
    'libs/fee-domain/src/planted.ts',
    'export const now = Temporal.Now.instant();\n',
    ['no-restricted-properties'],
  ],
  [
    'a domain makes a date of now',
    'libs/fee-domain/src/planted.ts',
    'export const now = new Date();\n',
    ['no-restricted-syntax'],
  ],
  [
    'the legal clock reads the time',
    'libs/legal-clock/src/planted.ts',
    'export const now = Date.now();\n',
    ['no-restricted-properties'],
  ],
  [
    'a use case reads the environment',
    'apps/fee-payment/src/planted.ts',
    'export const home = process.env.HOME;\n',
    ['no-restricted-properties'],
  ],
  ['a service prints', 'apps/fee-payment/src/planted.ts', 'console.log(1);\n', ['no-console']],
  [
    'a spec is left out',
    'apps/fee-payment/src/a.spec.ts',
    "it.skip('pays', () => undefined);\n",
    ['no-restricted-syntax'],
  ],
  [
    'a spec runs alone',
    'apps/fee-payment/src/a.spec.ts',
    "it.only.each([1])('pays', () => undefined);\n",
    ['no-restricted-syntax'],
  ],
  [
    'a spec is left out by its short name',
    'apps/fee-payment/src/a.spec.ts',
    "xit('pays', () => undefined);\n",
    ['no-restricted-syntax'],
  ],
  [
    'a citizen id could be real',
    'apps/fee-payment/src/a.spec.ts',
    `export const id = '${'99012345'.padStart(12, '0010')}';\n`,
    ['motcua/no-real-citizen-ids'],
  ],
];

const UPWARD = 'motcua/no-upward-imports:upward';
const SIBLING = 'motcua/no-sibling-slices:sibling';
const PLATFORM = 'libs/platform/src';
BREACHES.push(
  ['the outbox imports the inbox', `${PLATFORM}/events/outbox/a.ts`, importing('../inbox/attempts.js'), [UPWARD]],
  ['the inbox imports the outbox', `${PLATFORM}/events/inbox/a.ts`, importing('../outbox/outbox-rows.js'), [UPWARD]],
  ['the database imports HTTP', `${PLATFORM}/database/a.ts`, importing('../http/commands.js'), [UPWARD]],
  [
    'the database needs a type of HTTP',
    `${PLATFORM}/database/a.ts`,
    "import type { Commands } from '../http/commands.js';\nexport type Used = Commands;\n",
    [UPWARD],
  ],
  [
    'a folder of the platform imports its index',
    `${PLATFORM}/http/a.ts`,
    "export { ok } from '../index.js';\n",
    [UPWARD],
  ],
  [
    'a folder of the platform has no floor',
    `${PLATFORM}/planted/a.ts`,
    importing('../config/load-config.js'),
    ['motcua/no-upward-imports:unknown'],
  ],
  [
    'a slice imports another',
    'apps/notifications/src/find-deliveries/a.ts',
    importing('../find-messages/find-messages.controller.js'),
    [SIBLING],
  ],
);

const COUNTED = 'motcua/no-counted-values';
const STATEMENTS = 'motcua/statements-are-declared';
const CONTROLLER = 'apps/fee-payment/src/planted.controller.ts';
const RUNS = 'declare const commands: { run: (work: unknown) => unknown };\n';
BREACHES.push(
  [
    'the values of a statement are counted by hand',
    'apps/fee-payment/src/planted.ts',
    "export const ADD = 'INSERT INTO account (id, dossier, due, paid) VALUES ($1, $2, $3, $4)';\n",
    [COUNTED],
  ],
  [
    'the values of a statement that is put together are counted by hand',
    'apps/fee-payment/src/planted.ts',
    "const table = 'account';\nexport const set = `UPDATE ${table} SET due = $4 WHERE id = $1`;\n",
    [COUNTED],
  ],
  [
    'the values of the last part of a statement are counted by hand',
    'tools/planted.mjs',
    "const table = 'account';\nexport const find = `SELECT id FROM ${table} WHERE id > $12`;\n",
    [COUNTED],
  ],
  [
    'a function of statements is an arrow',
    'apps/fee-payment/src/planted.ts',
    'export const twice = (one: number): number => {\n  return one * 2;\n};\n',
    [STATEMENTS],
  ],
  [
    'an async function of statements that stays in its file is an arrow',
    'tools/planted.mjs',
    'const twice = async (one) => {\n  return one * 2;\n};\nexport default [twice];\n',
    [STATEMENTS],
  ],
  [
    'a controller opens a transaction',
    CONTROLLER,
    RUNS + 'export const answer = commands.run(() => 1);\n',
    ['no-restricted-syntax'],
  ],
  [
    'a controller asks the database by the template',
    CONTROLLER,
    'declare const sql: (parts: TemplateStringsArray) => unknown;\nexport const one = sql`TRUNCATE account`;\n',
    ['no-restricted-syntax'],
  ],
  [
    'a controller holds a statement',
    CONTROLLER,
    "export const one = 'SELECT id FROM account';\n",
    ['no-restricted-syntax'],
  ],
  [
    'a consumer holds a statement that is put together',
    'apps/fee-payment/src/planted.consumer.ts',
    "const table = 'account';\nexport const one = `SELECT id FROM ${table}`;\n",
    ['no-restricted-syntax'],
  ],
);

const LEGAL: [title: string, file: string, text: string][] = [
  [
    'a domain imports the kernel and the legal clock',
    'libs/fee-domain/src/planted.ts',
    "export * from '@motcua/kernel';\nexport { computeTerm } from '@motcua/legal-clock';\n",
  ],
  ['the contracts import the fields', 'libs/contracts/src/planted.ts', importing('@motcua/fields')],
  ['the platform imports the fields', 'libs/platform/src/planted.ts', importing('@motcua/fields')],
  ['a domain spec imports fast-check', 'libs/fee-domain/src/a.spec.ts', importing('fast-check')],
  ['the kernel imports Node', 'libs/kernel/src/planted.ts', importing('node:crypto')],
  [
    'intake imports the domains of dossiers and fees',
    'apps/dossier-intake/src/planted.ts',
    importing('@motcua/dossier-domain') + "export * from '@motcua/fee-domain';\n",
  ],
  [
    'workflow imports the domain of cases',
    'apps/processing-workflow/src/planted.ts',
    importing('@motcua/processing-domain'),
  ],
  ['payment imports the domain of fees', 'apps/fee-payment/src/planted.ts', importing('@motcua/fee-domain')],
  [
    'a service imports the platform and a package',
    'apps/notifications/src/planted.ts',
    importing('@motcua/platform') + "export { Module } from '@nestjs/common';\n",
  ],
  [
    'a folder of the platform imports a lower one, and its own',
    'libs/platform/src/events/inbox/a.ts',
    importing('../../database/database.js') + "export * from './attempts.js';\n",
  ],
  ['a spec of the platform looks into a higher folder', 'libs/platform/src/config/a.spec.ts', importing('../index.js')],
  ['a spec imports the testing library', 'libs/platform/src/a.spec.ts', importing('@motcua/testing')],
  ['the composition imports a service', 'libs/local-system/src/planted.ts', importing('@motcua/fee-payment')],
  ['a program imports the composition', 'apps/chaos/src/planted.ts', importing('@motcua/local-system')],
  [
    'the composition reads the environment and prints',
    'apps/standalone/src/planted.ts',
    'console.log(process.env.PORT);\n',
  ],
  [
    'three values stand in a statement',
    'apps/fee-payment/src/planted.ts',
    "export const find = 'SELECT id FROM account WHERE id = $1 AND due > $2 LIMIT $3';\n",
  ],
  [
    'a text that is no statement names a place',
    'apps/fee-payment/src/planted.ts',
    "export const price = 'It costs $4 or $12';\n",
  ],
  [
    'a function of one expression is an arrow, one of statements is declared, and one that has its type from elsewhere is any',
    'apps/fee-payment/src/planted.ts',
    [
      'export const twice = (one: number): number => one * 2;',
      'export function thrice(one: number): number {\n  return one * 3;\n}',
      'type Step = (one: number) => number;',
      'export const half: Step = (one) => {\n  return one / 2;\n};\n',
    ].join('\n'),
  ],
  [
    'a controller hands a command of a kind to its runner',
    CONTROLLER,
    RUNS + "export const answer = commands.run('confirm');\n",
  ],
  ['a citizen id is a fictional one', 'apps/fee-payment/src/a.spec.ts', "export const id = '051199000017';\n"],
];

describe('what the linter refuses and allows', () => {
  let findings: Finding[][];
  beforeAll(() => {
    findings = lint([...BREACHES, ...LEGAL].map(([, file, text]) => ({ file, text })));
  }, 180_000);

  const rulesBrokenBy = (title: string): string[] => {
    const index = [...BREACHES, ...LEGAL].findIndex(([planted]) => planted === title);
    // Nx's one rule is told apart by its message; every other rule is named alone.
    return (findings[index] ?? []).map(({ ruleId, messageId }) =>
      ruleId?.startsWith('motcua/no-upward') || ruleId?.startsWith('motcua/no-sibling') || ruleId === NX
        ? `${ruleId}:${messageId ?? ''}`
        : (ruleId ?? 'syntax'),
    );
  };

  it.each(BREACHES)('refuses that %s', (title, _file, _text, rules) => {
    expect(rulesBrokenBy(title).sort()).toEqual([...rules].sort());
  });

  it.each(LEGAL)('allows that %s', (title) => {
    expect(rulesBrokenBy(title)).toEqual([]);
  });
});

describe('the tags that the boundaries are read from', () => {
  const adr = readFileSync(
    new URL('../docs/adr/0007-a-service-imports-only-the-domains-it-decides-with.md', import.meta.url),
    'utf8',
  );
  const root = fileURLToPath(new URL('..', import.meta.url));
  const manifests = globSync(['apps/*/package.json', 'libs/*/package.json'], {
    cwd: root,
  });
  const tagsOf = (manifest: string): string[] =>
    (JSON.parse(readFileSync(join(root, manifest), 'utf8')) as { nx: { tags: string[] } }).nx.tags;
  const decided = adr.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const known = depConstraints({ inSpec: false }).map(({ sourceTag }) => sourceTag);

  it.each(manifests)('%s has one type, which the boundaries know', (manifest) => {
    const types = tagsOf(manifest).filter((tag) => tag.startsWith('type:'));
    expect(types).toHaveLength(1);
    expect(known).toEqual(expect.arrayContaining(types));
  });

  it.each(manifests.filter((manifest) => tagsOf(manifest).includes('type:domain')))(
    '%s lies in libs/<context>-domain, where decisions are kept pure',
    (manifest) => {
      const context = tagsOf(manifest).find((tag) => tag.startsWith('context:')) ?? '';
      expect(manifest).toBe(`libs/${context.replace('context:', '')}-domain/package.json`);
    },
  );

  it.each(manifests.filter((manifest) => tagsOf(manifest).includes('type:service')))(
    '%s is a service that names itself and its path, and uses what ADR 0007 gives it',
    (manifest) => {
      const app = basename(dirname(manifest));
      expect(tagsOf(manifest)).toEqual(
        expect.arrayContaining([`service:${app}`, expect.stringMatching(/^path:[a-z]+$/)]),
      );
      expect(known).toContain(`service:${app}`);
      const uses = tagsOf(manifest).filter((tag) => tag.startsWith('uses:'));
      const domains = uses.flatMap((tag) =>
        tag.startsWith('uses:context:') ? [tag.slice('uses:context:'.length)] : [],
      );
      const row = decided.find((cells) => cells[0] === app) ?? [];
      expect([...(row[1]?.replaceAll(/\(.*?\)/g, '').match(/[a-z]+/g) ?? [])].sort()).toEqual(domains.sort());
      expect(row[2]?.startsWith('yes')).toBe(uses.includes('uses:type:catalogue-copy'));
    },
  );
});
