import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startPostgres } from '@motcua/backends/postgres';
import { loadConfig } from '@motcua/platform';
import { openDataFolder, serviceEnvironment, LocalSystemConfig } from '@motcua/local-system';
import { Secrets } from '@motcua/development-issuer';
import { postgresOf, type RunningProcess, startProcess, urlOf } from './running-system.js';

const INTAKE = join(createRequire(import.meta.url).resolve('@motcua/dossier-intake'), '..', 'main.js');
const ISSUER = 'http://localhost:3971/issuer';

/**
 * The intake service in a process of its own, as in the distributed shape, on the PostgreSQL of a folder whose system has
 * been stopped. `keys` is the key set with which the stopped system's issuer signed.
 */
export async function startIntakeAlone(folder: string, keys: string): Promise<RunningProcess> {
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
  const stopAll = async (): Promise<void> => {
    issuer.closeAllConnections();
    issuer.close();
    await postgres.stop();
  };
  try {
    const service = await startProcess(INTAKE, '/intake/health/ready', 3973, {
      ...serviceEnvironment({
        url: 'http://localhost:3973',
        issuer: ISSUER,
        audience: 'https://motcua.example/api',
        folder: data,
        secrets,
        config: loadConfig(LocalSystemConfig, { LOG_LEVEL: 'warn', LOG_FORMAT: 'json' }),
        paymentPlatform: 'http://localhost:9',
        populationDatabase: 'http://127.0.0.1:9',
        nationalPortal: 'http://localhost:9',
        given: {},
      }),
      MOTCUA_OIDC_JWKS: jwks,
      MOTCUA_DATABASE_URL: urlOf(await postgresOf(folder, 'intake')),
      MOTCUA_TRANSPORT: 'postgres',
      MOTCUA_TRANSPORT_URL: urlOf(await postgresOf(folder, 'transport')),
      MOTCUA_HOST: '127.0.0.1',
    });
    return {
      ...service,
      stop: async () => {
        await service.stop();
        await stopAll();
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
