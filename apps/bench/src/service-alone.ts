import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startPostgres } from '@motcua/backends/postgres';
import { loadConfig } from '@motcua/platform';
import { openDataFolder, serviceEnvironment, LocalSystemConfig } from '@motcua/local-system';
import { Secrets } from '@motcua/development-issuer';
import { postgresOf, type RunningProcess, startProcess, urlOf } from './running-system.js';

const PACKAGES = {
  intake: '@motcua/dossier-intake',
  workflow: '@motcua/processing-workflow',
  payment: '@motcua/fee-payment',
} as const;

export type ServiceAlone = keyof typeof PACKAGES;

const programOf = (service: ServiceAlone): string =>
  join(createRequire(import.meta.url).resolve(PACKAGES[service]), '..', 'main.js');

const ISSUER = 'http://localhost:3971/issuer';

/** What a service alone needs around it. */
export interface AloneHome {
  /** Starts a service in a process of its own, as in the distributed shape. */
  start(name: ServiceAlone, environment?: Readonly<Record<string, string>>): Promise<RunningProcess>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of a folder whose system has been stopped. `keys` is the key set with which the stopped system's
 * issuer signed.
 */
export async function openAlone(folder: string, keys: string): Promise<AloneHome> {
  const secrets = await Secrets.of(folder);
  const data = await openDataFolder(folder);
  const { user, password } = await postgresOf(folder).catch(() => ({
    user: 'motcua_admin',
    password: secrets.of('postgres superuser'),
  }));
  const postgres = await startPostgres({ folder: data.postgres, superuser: user, password });
  const issuer = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const jwks = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  return {
    start: async (name, environment = {}) =>
      startProcess(programOf(name), `/${name}/health/ready`, 3973, {
        ...serviceEnvironment({
          url: 'http://localhost:3973',
          issuer: ISSUER,
          audience: 'https://motcua.example/api',
          folder: data,
          secrets,
          config: loadConfig(LocalSystemConfig, { LOG_LEVEL: 'warn', LOG_FORMAT: 'json' }),
          paymentPlatform: 'http://localhost:9',
          receiptProvider: 'http://localhost:9',
          populationDatabase: 'http://127.0.0.1:9',
          postalService: 'http://127.0.0.1:9',
          nationalPortal: 'http://localhost:9',
          given: {},
        }),
        MOTCUA_OIDC_JWKS: jwks,
        MOTCUA_DATABASE_URL: urlOf(await postgresOf(folder, name)),
        MOTCUA_TRANSPORT: 'postgres',
        MOTCUA_TRANSPORT_URL: urlOf(await postgresOf(folder, 'transport')),
        MOTCUA_HOST: '127.0.0.1',
        ...environment,
      }),
    stop: async () => {
      issuer.closeAllConnections();
      issuer.close();
      await postgres.stop();
    },
  };
}

/** Intake with its PostgreSQL: see {@link openAlone}. */
export async function startIntakeAlone(folder: string, keys: string): Promise<RunningProcess> {
  const home = await openAlone(folder, keys);
  try {
    const service = await home.start('intake');
    return {
      ...service,
      stop: async () => {
        await service.stop();
        await home.stop();
      },
    };
  } catch (error) {
    await home.stop();
    throw error;
  }
}
