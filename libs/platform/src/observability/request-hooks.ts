import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from '../http/language.js';
import { childTraceparent, type RequestContext, runInContext, traceIdOf } from './request-context.js';

const contexts = new WeakMap<FastifyRequest, RequestContext>();

/** Gives each request its context (trace, language), and logs its end in one line. */
export function observeRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const header = request.headers['traceparent'];
    const traceparent = childTraceparent(typeof header === 'string' ? header : undefined);
    const context: RequestContext = {
      traceparent,
      correlationId: traceIdOf(traceparent),
      language: languageOf(request.headers['accept-language']),
    };
    contexts.set(request, context);
    void reply.header('traceparent', traceparent);
    runInContext(context, done);
  });
  // The body arrives in callbacks of the socket, which know nothing of the context: enter it again.
  fastify.addHook('preValidation', (request, _, done) => {
    const context = contexts.get(request);
    if (context) runInContext(context, done);
    else done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = reply.statusCode >= 500 ? 'error' : 'debug';
    const route = request.routeOptions.url ?? 'unknown';
    logger[level](
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}
