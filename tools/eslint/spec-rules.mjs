// What a spec may not do, because it could then not fail: left out or run again, an expectation that is never reached or
// never awaited, a matcher that takes anything. `tools/spec-rules.spec.ts` plants a breach of each.
const jestBlocks = '/^(describe|it|test)$/';

const specSyntax = [
  {
    selector: `MemberExpression[object.name=${jestBlocks}][property.name=/^(only|skip|todo|failing)$/]`,
    message: 'Every spec runs, whole.',
  },
  {
    selector: `MemberExpression[object.object.name=${jestBlocks}][property.name=/^(only|skip|failing)$/]`,
    message: 'Every spec runs, whole.',
  },
  { selector: 'CallExpression[callee.name=/^([fx](describe|it)|xtest)$/]', message: 'Every spec runs, whole.' },
  {
    selector: 'CallExpression[callee.object.name="jest"][callee.property.name="retryTimes"]',
    message: 'A retry hides a flake.',
  },
  {
    selector: 'CallExpression[callee.object.name="expect"][callee.property.name="anything"]',
    message: 'Anything is anything: name the value, or its type with expect.any.',
  },
  {
    selector: 'MemberExpression[object.object.name="expect"][object.property.name="not"][property.name=/Containing$/]',
    message: 'A misspelt key is never contained: name what is there.',
  },
  {
    selector: 'MemberExpression[object.property.name="not"][property.name="toMatchObject"]',
    message: 'A misspelt key never matches: name what is there.',
  },
  {
    selector: 'MemberExpression[object.property.name="not"][property.name="toHaveProperty"]',
    message: 'A misspelt key is never there: name what is.',
  },
];

export const specRules = {
  'motcua/no-promise-expected': 'error',
  'jest/no-conditional-expect': 'error',
  'jest/no-identical-title': 'error',
  'jest/no-standalone-expect': [
    'error',
    // An `it` of `chapters()` is a local one.
    { additionalTestBlockFunctions: ['it', 'it.each', 'beforeAll', 'beforeEach', 'afterEach', 'afterAll'] },
  ],
  'jest/valid-expect': 'error',
  'jest/valid-expect-in-promise': 'error',
  'jest/valid-describe-callback': 'error',
  'no-restricted-syntax': ['error', ...specSyntax],
};
