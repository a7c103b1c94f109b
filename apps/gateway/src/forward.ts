import replyFrom from '@fastify/reply-from';
import { currentContext } from '@motcua/platform/edge';
import type { Logger } from 'pino';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOfService, PUBLIC_PAGES } from './public-pages.js';
import { sendProblem } from './send-problem.js';
import type { Upstreams } from './upstreams.js';

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

type Headers = Record<string, string | string[] | undefined>;

/** What the service is told of who asked: the address as this gateway believes it, and nothing that a client made up. */
function forwarded(request: FastifyRequest, headers: Headers): Headers {
  const { traceparent } = currentContext();
  // Node has answered `Expect: 100-continue` already; undici refuses to send it.
  const { forwarded: _forwarded, 'x-real-ip': _realIp, expect: _expect, ...rest } = headers;
  return {
    ...rest,
    'x-forwarded-for': request.ip,
    'x-forwarded-proto': request.protocol,
    'x-forwarded-host': request.host,
    traceparent,
  };
}

/**
 * Passes each path below `/{name}` on to its upstream, as it stands, and the public pages to those that serve them. Bodies and answers are streamed; nothing is asked a
 * second time: whether a command may be repeated is the client's to decide, with its idempotency key.
 */
export async function forwardTo(
  fastify: FastifyInstance,
  upstreams: Upstreams,
  timeoutMs: number,
  logger: Logger,
): Promise<void> {
  await fastify.register(replyFrom, {
    undici: { connections: 256, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, connect: { timeout: 5_000 } },
    disableRequestLogging: true,
    destroyAgent: true,
  });
  // The body is not read here, whatever its type.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  for (const [name, origin] of upstreams) {
    const handler = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
      reply.from(pathOfService(request.url), {
        getUpstream: () => origin,
        retryDelay: () => null,
        rewriteRequestHeaders: (_request, headers) => forwarded(request, headers),
        onError: (_reply, { error }) => {
          const late = (error as { statusCode?: number }).statusCode === 504;
          logger.warn({ upstream: name, err: error }, 'no answer');
          sendProblem(request, reply, 'SERVICE.UNAVAILABLE', `${name} ${late ? 'took too long' : 'does not answer'}`);
        },
      });
    const pages = [...PUBLIC_PAGES].filter(([, service]) => service === name).map(([page]) => page);
    for (const url of [name, ...pages].flatMap((first) => [`/${first}`, `/${first}/*`]))
      fastify.route({ method: METHODS, url, handler });
  }
}
