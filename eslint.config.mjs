import { createProjectGraphAsync } from '@nx/devkit';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';
import { cyclesThroughSpecs, depConstraints } from './tools/eslint/boundaries.mjs';
import noCountedValues from './tools/eslint/no-counted-values.mjs';
import noPromiseExpected from './tools/eslint/no-promise-expected.mjs';
import noRealCitizenIds from './tools/eslint/no-real-citizen-ids.mjs';
import noSiblingSlices from './tools/eslint/no-sibling-slices.mjs';
import noUpwardImports from './tools/eslint/no-upward-imports.mjs';
import plainTexts, { notForReaders } from './tools/eslint/plain-texts.mjs';
import statementsAreDeclared from './tools/eslint/statements-are-declared.mjs';
import { specRules } from './tools/eslint/spec-rules.mjs';

// Without a fresh graph @nx/enforce-module-boundaries prints a warning and checks nothing.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: false });

const specs = ['**/*.spec.ts', '**/*.fixture.ts'];
// Whatever composes, and the programs of people: they read the environment and print.
const programs = [
  ...['standalone', 'demo', 'chaos', 'bench', 'cli', 'development'].map((app) => `apps/${app}/src/**/*.ts`),
  ...['local-system', 'terminal', 'workflow-seed'].map((lib) => `libs/${lib}/src/**/*.ts`),
];
const pure = ['libs/*-domain/src/**/*.ts', 'libs/legal-clock/src/**/*.ts'];

const boundaries = (inSpec) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      depConstraints: depConstraints({ inSpec }),
      ignoredCircularDependencies: cyclesThroughSpecs,
      banTransitiveDependencies: true,
    },
  ],
});

const noDatabaseInControllers = [
  {
    selector: 'CallExpression[callee.property.name=/^(run|operate)$/][arguments.0.type=/Function/]',
    message: 'A controller opens no transaction: it runs a command of a kind.',
  },
  { selector: 'TaggedTemplateExpression[tag.name="sql"]', message: 'A controller holds no SQL.' },
  { selector: 'Literal[value=/^\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\s/]', message: 'A controller holds no SQL.' },
  {
    selector: 'TemplateElement[value.raw=/^\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\s/]',
    message: 'A controller holds no SQL.',
  },
];

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '.nx/', '.jest-cache/', '.motcua/', 'coverage/', 'docs/api/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: {
      motcua: {
        rules: {
          'no-counted-values': noCountedValues,
          'no-promise-expected': noPromiseExpected,
          'no-real-citizen-ids': noRealCitizenIds,
          'no-sibling-slices': noSiblingSlices,
          'no-upward-imports': noUpwardImports,
          'plain-texts': plainTexts,
          'statements-are-declared': statementsAreDeclared,
        },
      },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'motcua/no-counted-values': 'error',
      'motcua/no-real-citizen-ids': 'error',
      'motcua/statements-are-declared': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: { ...globals.node, Temporal: 'readonly' } } },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...boundaries(false),
      'motcua/no-sibling-slices': 'error',
      'motcua/no-upward-imports': 'error',
      'max-classes-per-file': 'error', // decorator metadata under ESM: a class used before its definition fails at load
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only configuration and composition roots read the environment.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { disallowTypeAnnotations: false, fixStyle: 'inline-type-imports' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowStaticOnly: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An async method that awaits nothing turns a throw into a rejection, which is what its port promises.
      '@typescript-eslint/require-await': 'off',
      // A sample, a view or a row is a plain object that has its class's shape; wire codes are plain numbers.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // `query<Row>(sql)` names its row where it is used.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Spreading a text gives its code points, which is what lengths and folding want.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      // A row that was just inserted is there; in pure code, below, it must be shown.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },

  // Pure decisions: time, chance and the outside world come in as arguments, and nothing comes from npm or Node.
  {
    files: pure,
    ignores: specs,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'performance'],
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'A decision is handed its instant.',
        },
        { selector: 'CallExpression[callee.name="Date"]', message: 'A decision is handed its instant.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A decision is handed its instant.' },
        { object: 'Temporal', property: 'Now', message: 'A decision is handed its instant.' },
        { object: 'Math', property: 'random', message: 'A decision is repeatable.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.{1,2}/|@motcua/(?:kernel|legal-clock)$)',
              message: 'A pure decision imports only its own files, @motcua/kernel and @motcua/legal-clock.',
            },
          ],
        },
      ],
    },
  },

  // What specs are made of may look into every room.
  {
    files: ['{apps,libs}/*/src/testing/**/*.ts'],
    rules: { 'motcua/no-sibling-slices': 'off', 'motcua/no-upward-imports': 'off' },
  },
  // What a caller, an applicant or an operator reads, wherever it stands in a source.
  {
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: [...specs, '**/*.migration.ts', ...notForReaders],
    rules: { 'motcua/plain-texts': 'error' },
  },

  // State changes in one way (ADR 0029): by a command of a kind, or by a set that an event asks for.
  {
    files: ['{apps,libs}/*/src/**/*.{controller,consumer}.ts'],
    ignores: [...specs, 'libs/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...noDatabaseInControllers] },
  },

  // Composition roots and configuration.
  {
    files: [
      'apps/*/src/main.ts',
      'apps/payment-platform-simulator/src/receipt-provider.main.ts',
      'apps/portal-simulator/src/conformance/conformance.main.ts',
      'apps/portal-simulator/src/postal-service.main.ts',
      ...programs,
      'libs/platform/src/config/**/*.ts',
      'libs/testing/**/*.ts',
      'libs/backends/**/*.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: programs, rules: { 'no-console': 'off' } },
  { files: ['tools/**/*.ts'], rules: { 'no-console': 'off', 'no-restricted-properties': 'off' } },

  {
    files: specs,
    plugins: { jest },
    rules: {
      ...boundaries(true),
      'motcua/no-counted-values': 'off',
      'motcua/no-sibling-slices': 'off',
      'motcua/no-upward-imports': 'off',
      'max-lines': 'off',
      'no-restricted-properties': 'off',
      ...specRules,
    },
  },
  // A fixture expects within a sentence of the spec that calls it.
  { files: ['**/*.fixture.ts'], rules: { 'jest/no-standalone-expect': 'off' } },
  // What specs are made of reads foreign JSON, hands methods to matchers and keeps small classes together.
  {
    files: [...specs, 'libs/testing/**/*.ts'],
    rules: {
      'max-classes-per-file': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  // The demo and the chaos drive the system and compare what comes back, as a foreign system's specs would.
  {
    files: ['apps/demo/src/**/*.ts', 'apps/chaos/src/**/*.ts', 'libs/scenario/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  prettier,
);
