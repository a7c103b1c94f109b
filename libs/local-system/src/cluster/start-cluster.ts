import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, openBroker, type OpenBroker } from '@motcua/backends/kafka';
import type { PaymentPlatform } from '@motcua/payment-platform-simulator';
import { type RunningGateway, startGateway } from '@motcua/gateway';
import { type Environment, prepareSchemas, roleOf, runTopics } from '@motcua/platform';
import pg from 'pg';
import { CannotStart } from '../cannot-start.js';
import { claimPostgres } from '../data-folder/claim-postgres.js';
import { type DataFolder, openDataFolder } from '../data-folder/open-data-folder.js';
import {
  AUDIENCE,
  DEVELOPMENT_CLIENT,
  NATIONAL_PORTAL_SECRET,
  PERSONA_GRANT,
  requestToken,
  Secrets,
} from '@motcua/development-issuer';
import { fillWorkflow } from '@motcua/workflow-seed';
import { PORTAL_ACCOUNT, PORTAL_PASSWORD, serviceEnvironment } from '../service-environment.js';
import { SERVICES } from '../services.js';
import type { LocalSystemConfig } from '../local-system.config.js';
import { type DevelopmentServer, startDevelopmentServer } from './development-server.js';
import { openProxies, type ServiceProxies } from './service-proxies.js';
import { ServiceProcess } from './service-process.js';
import { untilDelivered } from './undelivered.js';

interface ClusterOptions {
  readonly config: LocalSystemConfig;
  /** A broker that may be killed, also where another one is given. */
  readonly ownBroker?: boolean;
  /** Settings of the services beside what the data folder gives them. */
  readonly settings?: Environment;
  /** Further processes of a service, beside the one that takes requests. */
  readonly more?: Readonly<Record<string, number>>;
  /** Puts between each process and its database and broker a proxy that can be cut. */
  readonly proxies?: boolean;
  /** The simulated national portal is a process of its own, which can be killed. */
  readonly portalApart?: boolean;
  readonly onProgress?: (step: string) => void;
  readonly onUnexpectedEnd?: (process: ServiceProcess, how: string) => void;
}

export interface Cluster {
  /** The one address of all services, with the same paths as on one machine. */
  readonly url: string;
  readonly folder: DataFolder;
  readonly secrets: Secrets;
  readonly adminUrl: string;
  readonly broker: OpenBroker;
  readonly platform: PaymentPlatform;
  readonly processes: readonly ServiceProcess[];
  /** The simulated national portal, where it is a process of its own. */
  readonly portal: ServiceProcess | undefined;
  readonly proxies: ReadonlyMap<string, ServiceProxies>;
  stop(): Promise<void>;
}

const PARTITIONS = '3';

/** Every process that there is to be: the one that takes a service's requests first. */
const processesOf = (more: Readonly<Record<string, number>>): { id: string; name: string; app: string }[] =>
  SERVICES.flatMap(({ name, app }) =>
    Array.from({ length: 1 + (more[name] ?? 0) }, (_, n) => ({ id: n === 0 ? name : `${name}-${n + 1}`, name, app })),
  );

function throughProxy(url: string, port: number | undefined): string {
  const through = new URL(url);
  if (port !== undefined) through.port = String(port);
  return through.href;
}

/**
 * Starts every service as a process of its own, on one PostgreSQL with a role each and on a Kafka broker, behind one
 * address that also has the development issuer, the story clock and the simulated payment platform.
 * @throws CannotStart, ConfigurationFaults
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { config, ownBroker = false, settings = {}, more = {}, onProgress = () => undefined } = options;
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const folder = await openDataFolder(config.dataDir);
    const logs = join(folder.path, 'logs');
    await mkdir(logs, { recursive: true });
    const secrets = await Secrets.of(folder.path);
    onProgress('PostgreSQL');
    const postgres = await claimPostgres(folder.postgres, secrets.of('postgres superuser'));
    stops.push(() => postgres.stop());
    const { adminUrl } = postgres;
    const passwordOf = (role: string): string => secrets.of(`role ${role}`);
    await prepareSchemas({ definitions: SERVICES, adminUrl, passwordOf, onProgress });

    const planned = processesOf(more);
    const proxies = options.proxies
      ? await openProxies(
          planned.map(({ id }) => id),
          Number(new URL(adminUrl).port),
        )
      : new Map<string, ServiceProxies>();
    stops.push(() => Promise.all([...proxies.values()].flatMap((two) => [two.database.close(), two.broker.close()])));
    onProgress('Kafka');
    const listeners = [...proxies.values()].map(({ listener }) => listener);
    const broker = await openBroker({ own: ownBroker, listeners });
    stops.push(() => broker.stop());
    onProgress('topics');
    const topics = {
      MOTCUA_KAFKA_PARTITIONS: settings['MOTCUA_KAFKA_PARTITIONS'] ?? PARTITIONS,
      MOTCUA_KAFKA_REPLICATION: settings['MOTCUA_KAFKA_REPLICATION'] ?? '1',
    };
    const { clusterId } = await runTopics(
      true,
      { ...settings, ...topics, MOTCUA_KAFKA_BROKERS: broker.brokers },
      undefined,
      () => undefined,
    );

    const port = config.port === 0 ? await freePort() : config.port;
    const url = `http://localhost:${port}`;
    const development = await startDevelopmentServer(url, folder, secrets);
    stops.push(() => development.stop());
    const portal = options.portalApart ? await startPortalProcess(url, folder, secrets, logs) : undefined;
    stops.push(async () => portal?.stop());
    const shared = serviceEnvironment({
      url,
      issuer: `${url}/issuer`,
      audience: AUDIENCE,
      folder,
      secrets,
      config,
      paymentPlatform: development.platform.url,
      receiptProvider: settings['MOTCUA_RECEIPT_PROVIDER_URL'] ?? development.receiptProvider.url,
      nationalPortal: portal?.url ?? development.portal.url,
      populationDatabase: settings['MOTCUA_POPULATION_URL'] ?? development.population.url,
      postalService: settings['MOTCUA_POST_URL'] ?? development.post.url,
      given: {
        PATH: process.env['PATH'],
        ...settings,
        ...topics,
        ...(portal && { MOTCUA_PORTAL_FILE_HOSTS: new URL(portal.url).host }),
      },
    });
    const processes: ServiceProcess[] = [];
    for (const { id, name, app } of planned) {
      const role = roleOf(name);
      const database = new URL(adminUrl);
      database.username = role;
      database.password = passwordOf(role);
      const own = proxies.get(id);
      processes.push(
        new ServiceProcess(
          {
            id,
            name,
            app,
            port: await freePort(),
            log: join(logs, `${id}.log`),
            environment: {
              ...shared,
              MOTCUA_TRANSPORT: 'kafka',
              // A broker of our own is a new cluster each time, and the data folder may know an older one.
              MOTCUA_KAFKA_CLUSTER_ID: clusterId,
              MOTCUA_KAFKA_BROKERS: own ? `127.0.0.1:${own.broker.port}` : broker.brokers,
              MOTCUA_DATABASE_URL: throughProxy(database.href, own?.database.port),
            },
          },
          options.onUnexpectedEnd,
        ),
      );
    }
    const endAll = (): void => void Promise.allSettled(processes.map((one) => one.kill()));
    process.once('exit', endAll);
    stops.push(async () => {
      await Promise.all(processes.map((one) => one.stop()));
      process.off('exit', endAll);
    });
    const gateway = await startFront(config, port, processes, development);
    stops.push(() => gateway.stop());
    // Who takes a service's requests seeds it; further processes of it find that done.
    for (const first of [true, false]) {
      const group = processes.filter(({ options: { id, name } }) => (id === name) === first);
      for (const one of group) {
        onProgress(`service ${one.id}`);
        one.start();
      }
      await Promise.all(group.map((one) => one.ready()));
    }
    onProgress('seed');
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    await untilDelivered(admin).finally(() => admin.end());
    if (config.province !== 'none') {
      onProgress('officers');
      const persona = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona: 'admin' };
      await fillWorkflow(url, await requestToken(url, persona));
    }
    const { platform } = development;
    return { url, folder, secrets, adminUrl, broker, platform, processes, portal, proxies, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The simulated national portal, which finds at each start what it held. */
async function startPortalProcess(
  url: string,
  folder: DataFolder,
  secrets: Secrets,
  logs: string,
): Promise<ServiceProcess> {
  const name = 'portal-simulator';
  const { destination, username, unit } = PORTAL_ACCOUNT;
  const portal = new ServiceProcess({
    id: name,
    name,
    app: name,
    port: await freePort(),
    readyPath: '/health',
    log: join(logs, `${name}.log`),
    environment: {
      PATH: process.env['PATH'],
      MOTCUA_PORTAL_DESTINATION: destination,
      MOTCUA_PORTAL_USERNAME: username,
      MOTCUA_PORTAL_PASSWORD: secrets.of(PORTAL_PASSWORD),
      MOTCUA_PORTAL_UNIT: unit,
      MOTCUA_PORTAL_FILE: folder.nationalPortal,
      MOTCUA_PORTAL_PROVINCE_URL: url,
      MOTCUA_PORTAL_TOKEN_URL: `${url}/issuer/token`,
      MOTCUA_PORTAL_CLIENT_SECRET: secrets.of(NATIONAL_PORTAL_SECRET),
    },
  });
  portal.start();
  await portal.ready();
  return portal;
}

/** One address for all of them, with the paths of one machine. @throws CannotStart when its port is in use */
async function startFront(
  { host }: LocalSystemConfig,
  port: number,
  processes: readonly ServiceProcess[],
  development: DevelopmentServer,
): Promise<RunningGateway> {
  const services = processes.filter(({ options: { id, name } }) => id === name);
  const list = (upstreams: readonly (readonly [string, string])[]): string =>
    upstreams.map((pair) => pair.join('=')).join(',');
  try {
    return await startGateway({
      PORT: String(port),
      MOTCUA_HOST: host,
      MOTCUA_GATEWAY_SERVICES: list(services.map((one) => [one.options.name, one.url])),
      MOTCUA_GATEWAY_ALSO: list(development.prefixes.map((prefix) => [prefix, development.origin])),
      // It would tell of each request to a service that is away; that is told by the service's end.
      LOG_LEVEL: 'fatal',
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new CannotStart(`Port ${port} is in use. Stop what uses it, or choose another one with PORT.`, {
      cause: error,
    });
  }
}
