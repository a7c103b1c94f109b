import { SpanKind } from '@opentelemetry/api';
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
} from '@opentelemetry/semantic-conventions';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from './language.js';
import { type RequestContext, runInContext, traceIdOf } from './request-context.js';
import { TurnedAwayLog } from './turned-away.js';
import { type OpenSpan, Tracing } from './tracing.js';

const contexts = new WeakMap<FastifyRequest, RequestContext>();
const spans = new WeakMap<FastifyRequest, OpenSpan>();

/** Gives each request its context (trace, language) and its span, and logs its end in one line. */
export function observeRequests(fastify: FastifyInstance, logger: Logger, tracing: Tracing = Tracing.OFF): void {
  const turnedAway = new TurnedAwayLog(logger);
  fastify.addHook('onRequest', (request, reply, done) => {
    const header = request.headers['traceparent'];
    const route = request.routeOptions.url ?? 'unknown';
    const span = tracing.open(`${request.method} ${route}`, {
      kind: SpanKind.SERVER,
      attributes: { [ATTR_HTTP_REQUEST_METHOD]: request.method, [ATTR_HTTP_ROUTE]: route },
      parent: typeof header === 'string' ? header : undefined,
    });
    spans.set(request, span);
    const { traceparent } = span;
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
    spans.get(request)?.end({
      attributes: { [ATTR_HTTP_RESPONSE_STATUS_CODE]: reply.statusCode },
      failed: reply.statusCode >= 500,
    });
    const { actor } = contexts.get(request) ?? {};
    const { method, ip: address } = request;
    turnedAway.observe({
      status: reply.statusCode,
      method,
      route,
      address,
      subject: actor?.subject,
      clientId: actor?.clientId,
    });
    logger[level](
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}
