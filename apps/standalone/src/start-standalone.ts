import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  bootstrapSchema,
  composeServices,
  createLogger,
  createTransportTables,
  dispatch,
  type Environment,
  type Handler,
  loadConfig,
  LocalTransport,
  ownerOf,
  prepareSchemas,
  RequestsFirst,
  roleOf,
  type ServiceApp,
  StoryClock,
  TRANSPORT_SCHEMA,
} from '@motcua/platform';
import {
  CannotStart,
  claimPostgres,
  type DataFolder,
  openDataFolder,
  serviceEnvironment,
  SERVICES,
  simulateNationalPortal,
  simulatePaymentPlatform,
  simulatePopulationDatabase,
  simulateReceiptProvider,
  simulatePostalService,
  LocalSystemConfig,
} from '@motcua/local-system';
import {
  AUDIENCE,
  DEVELOPMENT_CLIENT,
  mountedAt,
  openIssuer,
  PERSONA_GRANT,
  requestToken,
  Secrets,
  storyClockHandler,
} from '@motcua/development-issuer';
import { pathOfService } from '@motcua/gateway';
import { rootHandler } from './root-handler.js';
import { fillWorkflow } from '@motcua/workflow-seed';
import { VERSION } from './version.js';

export interface Standalone {
  readonly url: string;
  readonly folder: DataFolder;
  readonly apps: readonly ServiceApp[];
  readonly clock: StoryClock;
  stop(): Promise<void>;
}

async function listen(server: Server, { port, host }: LocalSystemConfig): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(
              `Port ${port} is in use. Stop what uses it, or choose another one: PORT=${port + 1} npm start`,
            )
          : new CannotStart(
              `Cannot listen on ${host}:${port} (${error.code ?? error.message}). Choose another PORT or MOTCUA_HOST.`,
            ),
      );
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Starts every service in this process, on an embedded PostgreSQL, behind one address.
 * @throws CannotStart, ConfigurationFaults
 */
export async function startStandalone(
  environment: Environment,
  onProgress: (step: string) => void = () => undefined,
): Promise<Standalone> {
  const config = loadConfig(LocalSystemConfig, environment);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    // The port is taken first: whoever asks too early is told to wait, and a port in use is found before anything is made.
    let handler: Handler = (_, response) => void response.writeHead(503, { 'retry-after': '1' }).end('starting');
    const requests = new RequestsFirst();
    const server = createServer((request, response) => {
      requests.came();
      // Whatever becomes of it: answered, or its client has hung up.
      response.once('close', () => requests.ended());
      handler(request, response);
    });
    const port = await listen(server, config);
    stops.push(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));
    const url = `http://localhost:${port}`;

    const folder = await openDataFolder(config.dataDir);
    const secrets = await Secrets.of(folder.path);
    onProgress('PostgreSQL');
    const postgres = await claimPostgres(folder.postgres, secrets.of('postgres superuser'));
    stops.push(() => postgres.stop());
    const passwordOf = (role: string): string => secrets.of(`role ${role}`);

    const transportRole = roleOf(TRANSPORT_SCHEMA);
    await bootstrapSchema(postgres.adminUrl, {
      schema: TRANSPORT_SCHEMA,
      role: transportRole,
      password: passwordOf(transportRole),
    });
    await createTransportTables(postgres.adminUrl, ownerOf(TRANSPORT_SCHEMA));
    await prepareSchemas({ definitions: SERVICES, adminUrl: postgres.adminUrl, passwordOf, onProgress });
    const transportUrl = new URL(postgres.adminUrl);
    transportUrl.username = transportRole;
    transportUrl.password = passwordOf(transportRole);
    const transport = new LocalTransport(
      transportUrl.href,
      createLogger({ level: 'warn', format: 'json', service: 'transport' }),
      { alone: true, requests },
    );
    stops.push(() => transport.close());

    const clock = new StoryClock(folder.storyClock);
    const issuer = `${url}/issuer`;
    const tokens = await openIssuer({ issuer, audience: AUDIENCE, folder: folder.path, secrets });
    const running: ServiceApp[] = [];
    const wakeSweeps = (): void => {
      for (const app of running) void app.wakeSweeps().catch(() => undefined);
    };
    const mounted = new Map<string, Handler>([
      ['issuer', mountedAt('issuer', tokens)],
      ['development', storyClockHandler(clock, wakeSweeps)],
    ]);
    const paymentPlatform =
      environment['MOTCUA_PAYMENT_PLATFORM_URL'] ??
      simulatePaymentPlatform({ url, secrets, file: folder.paymentPlatform, mounted }).url;
    const receiptProvider =
      environment['MOTCUA_RECEIPT_PROVIDER_URL'] ??
      simulateReceiptProvider({ url, secrets, file: folder.receiptProvider, mounted }).url;
    const nationalPortal =
      environment['MOTCUA_PORTAL_URL'] ??
      simulateNationalPortal({ url, secrets, file: folder.nationalPortal, mounted }).url;
    const populationDatabase = environment['MOTCUA_POPULATION_URL'] ?? simulatePopulationDatabase({ url, mounted }).url;
    const postalService =
      environment['MOTCUA_POST_URL'] ??
      simulatePostalService({ url, secrets, file: folder.postalService, mounted }).url;
    const apps = await composeServices({
      definitions: SERVICES,
      adminUrl: postgres.adminUrl,
      passwordOf,
      transport,
      onProgress,
      environment: serviceEnvironment({
        url,
        issuer,
        audience: AUDIENCE,
        folder,
        secrets,
        config,
        paymentPlatform,
        receiptProvider,
        nationalPortal,
        populationDatabase,
        postalService,
        given: environment,
      }),
    });
    running.push(...apps);
    for (const app of apps) stops.push(() => app.stop());
    const otherwise = rootHandler(apps, VERSION, mounted);
    const dispatched = dispatch(apps, otherwise);
    handler = (request, response) => {
      request.url = pathOfService(request.url ?? '/');
      dispatched(request, response);
    };
    if (config.province !== 'none') {
      onProgress('officers');
      const admin = { grant_type: PERSONA_GRANT, client_id: DEVELOPMENT_CLIENT, persona: 'admin' };
      await fillWorkflow(url, await requestToken(url, admin));
    }
    return { url, folder, apps, clock, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
