import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Environment, type Handler, loadConfig, StoryClock } from '@motcua/platform';
import { loadPersonas, mountedAt, openIssuer, Secrets, storyClockHandler } from '@motcua/development-issuer';
import { illustrativePeople, populationHandler } from '@motcua/portal-simulator';
import { DevelopmentConfig } from './development.config.js';

interface RunningDevelopment {
  readonly url: string;
  stop(): Promise<void>;
}

// The services are other processes: what has come due they find at their next sweep.
const unheard = (): void => undefined;
const notHere: Handler = (_, response) =>
  void response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
const alive: Handler = (_, response) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');

/**
 * The development issuer at `/issuer`, the story clock at `/development` and a simulated National Population Database at
 * `/population-database`, for services that run as processes of their own. @throws ConfigurationFaults, also where the profile is not development
 */
export async function startDevelopment(environment: Environment): Promise<RunningDevelopment> {
  const config = loadConfig(DevelopmentConfig, environment);
  await mkdir(config.dataDir, { recursive: true });
  const secrets = await Secrets.of(config.dataDir);
  const issuer = `${config.publicUrl}/issuer`;
  const home = { issuer, audience: config.audience, folder: config.dataDir, secrets };
  const handlers = new Map<string, Handler>([
    ['issuer', mountedAt('issuer', await openIssuer({ ...home, nationalPortalSecret: config.portalClientSecret }))],
    [
      'development',
      config.storyClock === undefined ? notHere : storyClockHandler(new StoryClock(config.storyClock), unheard),
    ],
    ['population-database', mountedAt('population-database', populationHandler(illustrativePeople(loadPersonas())))],
    ['health', alive],
  ]);
  const server = createServer((request, response) => {
    const [, first = ''] = /^\/([^/?]*)/.exec(request.url ?? '') ?? [];
    (handlers.get(first) ?? notHere)(request, response);
  });
  server.listen(config.port, config.host);
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => (server.close(() => resolve()), server.closeIdleConnections())),
  };
}
