import { createRequire } from 'node:module';
import {
  createLogger,
  type Environment,
  loadConfig,
  observeRequests,
  type PlatformCode,
  trustedProxies,
} from '@motcua/platform/edge';
import { fastify as createFastify, type FastifyReply, type FastifyRequest } from 'fastify';
import { GatewayConfig } from './gateway.config.js';
import { sendProblem } from './send-problem.js';
import { passes } from './passes.js';
import { readUpstreams } from './upstreams.js';

export interface RunningGateway {
  readonly url: string;
  /** Lets what is under way come to its end. */
  stop(): Promise<void>;
}

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const FAULTS: Readonly<Record<number, PlatformCode>> = {
  400: 'REQUEST.MALFORMED',
  404: 'REQUEST.ROUTE_UNKNOWN',
  413: 'REQUEST.TOO_LARGE',
  414: 'REQUEST.ROUTE_UNKNOWN',
};

/** What Fastify itself refuses: a path that cannot be read, or is too long. */
const answerFault = (
  { statusCode = 500 }: { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void => sendProblem(request, reply, FAULTS[statusCode] ?? 'SERVICE.FAULT');

/**
 * One address for services that run apart, with the same paths as on one machine, but for `/{service}/metrics`, which
 * is for whoever watches the services and not for whoever uses them. @throws ConfigurationFaults
 */
export async function startGateway(environment: Environment): Promise<RunningGateway> {
  const config = loadConfig(GatewayConfig, environment);
  const services = readUpstreams(config.services) ?? new Map<string, string>();
  const also = readUpstreams(config.also) ?? new Map<string, string>();
  const logger = createLogger({ level: config.logLevel, format: config.logFormat, service: 'gateway' });
  const fastify = createFastify({
    trustProxy: trustedProxies(config.trustedProxies),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => answerFault(error, request, reply),
  });
  observeRequests(fastify, logger);
  fastify.setNotFoundHandler((request, reply) => sendProblem(request, reply, 'REQUEST.ROUTE_UNKNOWN'));
  // Loaded here, so that whoever only wants the pages does not pay for a proxy.
  const [{ forwardTo }, { serveFrontPages }] = await Promise.all([import('./forward.js'), import('./front-pages.js')]);
  fastify.setErrorHandler((error: { statusCode?: number }, request, reply) => answerFault(error, request, reply));
  fastify.addHook('onRequest', (request, reply, done) => {
    if (passes(request.url)) done();
    else sendProblem(request, reply, 'REQUEST.ROUTE_UNKNOWN');
  });
  serveFrontPages(fastify, services, version);
  await forwardTo(fastify, new Map([...services, ...also]), config.timeoutMs, logger);
  const url = await fastify.listen({ port: config.port, host: config.host });
  return { url, stop: () => fastify.close() };
}
