// One Jest project per kind of suite, so that `npm test` can leave out by name what a machine cannot run.
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  // Sources import each other by the name that will exist after the build ("./x.js").
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['motcua:source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.motcua/'],
  setupFiles: ['reflect-metadata'],
};

export default {
  cacheDirectory: '<rootDir>/.jest-cache',
  testTimeout: 30_000,
  projects: [
    // Pure: no database, no network. Milliseconds each.
    { ...shared, displayName: 'pure', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts'], testPathIgnorePatterns: ['\\.pg\\.spec\\.ts$', '\\.e2e\\.spec\\.ts$', '/node_modules/', '/dist/'] },
    // On a real PostgreSQL, started once per run.
    {
      ...shared,
      displayName: 'postgres',
      testMatch: ['<rootDir>/{apps,libs}/**/*.{pg,e2e}.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      globalSetup: '<rootDir>/libs/testing/src/postgres/global-setup.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/postgres/global-teardown.mjs',
    },
  ],
};
