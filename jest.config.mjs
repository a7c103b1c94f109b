// One Jest project per kind of suite, so that a command chooses by name what it runs:
//   pure      *.spec.ts       decisions and rules: no database, no network
//   postgres  *.pg.spec.ts    on a real PostgreSQL, started once per run
//             *.e2e.spec.ts   the same, over HTTP
//   kafka     *.kafka.spec.ts  the same, and on a real Apache Kafka, where one can be had
//   s3        *.s3.spec.ts    on a real S3-compatible server, where one can be had
//   long      *.long.spec.ts  minutes; `npm run check:long` only
const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  // Sources import each other by the name that will exist after the build ("./x.js").
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  // The suites of a worker load Nest, Fastify and the rest once.
  runtime: '<rootDir>/libs/testing/src/shared-modules/runtime.mjs',
  testEnvironment: '<rootDir>/libs/testing/src/shared-modules/environment.mjs',
  testEnvironmentOptions: { customExportConditions: ['motcua:source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.nx/', '<rootDir>/.motcua/'],
  setupFiles: ['reflect-metadata'],
  // Jest finds any two Temporal values equal; this lets it look at them.
  setupFilesAfterEnv: ['<rootDir>/libs/testing/src/equality/setup.ts'],
};

const ignored = ['/node_modules/', '/dist/'];
const onPostgres = {
  ...shared,
  testPathIgnorePatterns: ignored,
  globalSetup: '<rootDir>/libs/testing/src/postgres/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/postgres/global-teardown.mjs',
};

export default {
  cacheDirectory: '<rootDir>/.jest-cache',
  testSequencer: '<rootDir>/libs/testing/src/longest-first.mjs',
  testTimeout: 30_000,
  // Node never lets go of the modules of a suite, and collecting garbage among them soon takes longer than the suites: a
  // worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'pure',
      testMatch: ['<rootDir>/{apps,libs,tools}/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(pg|e2e|kafka|s3|long)\\.spec\\.ts$', ...ignored],
    },
    { ...onPostgres, displayName: 'postgres', testMatch: ['<rootDir>/{apps,libs}/**/*.{pg,e2e}.spec.ts'] },
    {
      ...onPostgres,
      displayName: 'kafka',
      testMatch: ['<rootDir>/{apps,libs}/**/*.kafka.spec.ts'],
      // Of brokers that are not the test run's own nobody knows users and certificates.
      testPathIgnorePatterns: [...ignored, ...(process.env.KAFKA_BROKERS ? ['kafka-security\\.kafka\\.spec'] : [])],
      globalSetup: '<rootDir>/libs/testing/src/kafka/global-setup.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/kafka/global-teardown.mjs',
    },
    {
      ...shared,
      displayName: 's3',
      testMatch: ['<rootDir>/libs/**/*.s3.spec.ts'],
      testPathIgnorePatterns: ignored,
      globalSetup: '<rootDir>/libs/testing/src/s3/global-setup.mjs',
      globalTeardown: '<rootDir>/libs/testing/src/s3/global-teardown.mjs',
    },
    { ...onPostgres, displayName: 'long', testMatch: ['<rootDir>/{apps,libs}/**/*.long.spec.ts'] },
  ],
};
