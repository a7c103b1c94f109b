import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  composeServices,
  createLogger,
  LocalTransport,
  roleOf,
  type ServiceApp,
  type ServiceDefinition,
  dispatch,
  StoryClock,
  TRANSPORT_SCHEMA,
} from '@motcua/platform';
import pg from 'pg';
import { TEST_PASSWORD } from '../postgres/create-test-database.js';
import { createPreparedDatabase } from '../postgres/prepared-database.js';
import { ApiClient } from './api-client.js';
import { ForeignProducer } from './foreign-producer.js';
import { TestIssuer, type TokenClaims } from './test-issuer.js';
import { tellWhenInVain } from './under-way.js';

export interface TestSystem {
  readonly url: string;
  readonly apps: readonly ServiceApp[];
  readonly issuer: TestIssuer;
  /** The legal clock that all services read; it only moves forward. */
  readonly clock: StoryClock;
  /** Moves the legal clock and lets every sweep look for what has come due. */
  passTo(instant: Temporal.Instant | string): Promise<void>;
  /** Scratch folder, removed at the end. */
  readonly folder: string;
  /** A client that acts with a token of these claims. */
  as(claims: TokenClaims): Promise<ApiClient>;
  anonymous(): ApiClient;
  /** Publishes events for services that are not part of this system. */
  readonly foreign: ForeignProducer;
  /** Runs SQL as administrator, to look at or to break what is stored. */
  sql<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs SQL as a service's own role. */
  query(service: string, text: string): Promise<unknown[]>;
  /** Service instance from a service's container, such as its UnitOfWork. */
  get<T>(service: string, token: abstract new (...args: never[]) => T): T;
  stop(): Promise<void>;
}

interface TestSystemOptions {
  /** Where the legal clock starts; now when absent. */
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Services together in one process on a database of their own, served over real HTTP. */
export async function startTestSystem(
  definitions: readonly ServiceDefinition[],
  { now, environment = {} }: TestSystemOptions = {},
): Promise<TestSystem> {
  const [database, issuer, folder] = await Promise.all([
    createPreparedDatabase(definitions),
    TestIssuer.start(),
    mkdtemp(join(tmpdir(), 'motcua-test-')),
  ]);
  const password = TEST_PASSWORD;
  const passwordOf = (): string => password;
  const transportRole = roleOf(TRANSPORT_SCHEMA);
  const transport = new LocalTransport(
    database.urlFor(transportRole, password),
    createLogger({ level: process.env['MOTCUA_TEST_LOG'] ?? 'silent', format: 'json', service: 'transport' }),
    { alone: true },
  );
  const clockFile = join(folder, 'clock');
  const clock = new StoryClock(clockFile);
  if (now !== undefined) clock.moveTo(Temporal.Instant.from(now));
  const apps = await composeServices({
    definitions,
    adminUrl: database.adminUrl,
    passwordOf,
    transport,
    environment: {
      MOTCUA_PROFILE: 'development',
      MOTCUA_OIDC_ISSUER: issuer.url,
      MOTCUA_OIDC_JWKS: `${issuer.url}/jwks`,
      MOTCUA_HISTORY_KEY: 'history-key-of-the-test-run-0000000000',
      MOTCUA_IDENTITY_KEY: 'identity-key-of-the-test-run-000000000',
      MOTCUA_SEALING_KEY: 'sealing-key-of-the-test-run-0000000000',
      MOTCUA_STORY_CLOCK: clockFile,
      MOTCUA_FILES: join(folder, 'files'),
      MOTCUA_SIGNER_FOLDER: join(folder, 'signer'),
      MOTCUA_MAIL_FOLDER: join(folder, 'mail'),
      LOG_LEVEL: process.env['MOTCUA_TEST_LOG'] ?? 'silent',
      // For an earlier release's specs on the schema of a later one.
      MOTCUA_SCHEMA_MAY_BE_NEWER: process.env['MOTCUA_SCHEMA_MAY_BE_NEWER'],
      ...environment,
    },
  });
  const server = createServer(dispatch(apps, (_, response) => void response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on('error', () => undefined);
  const isOver = tellWhenInVain(
    admin,
    definitions.map(({ name }) => name),
  );

  return {
    url,
    apps,
    issuer,
    clock,
    passTo: async (instant) => {
      clock.moveTo(Temporal.Instant.from(instant));
      for (const app of apps) await app.wakeSweeps();
    },
    folder,
    as: async (claims) => new ApiClient(url, { token: await issuer.token(claims) }),
    anonymous: () => new ApiClient(url),
    foreign: new ForeignProducer(transport.publisher),
    sql: async <Row extends object>(text: string, values?: unknown[]) =>
      (await admin.query(text, values)).rows as Row[],
    query: async (service, text) => {
      const client = new pg.Client({ connectionString: database.urlFor(roleOf(service), password) });
      await client.connect();
      return client.query(text).then(
        ({ rows }) => client.end().then(() => rows as unknown[]),
        (error: unknown) => client.end().then(() => Promise.reject(error as Error)),
      );
    },
    get: (service, token) => {
      const app = apps.find(({ definition }) => definition.name === service);
      if (!app) throw new Error(`there is no service ${service} in this test system`);
      return app.nest.get(token, { strict: false });
    },
    stop: async () => {
      isOver();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      for (const app of apps) await app.stop();
      await transport.close();
      await admin.end();
      await database.drop();
      await issuer.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
