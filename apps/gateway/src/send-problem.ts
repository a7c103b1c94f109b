import {
  currentContext,
  languageOf,
  PLATFORM_PROBLEMS,
  type PlatformCode,
  problemType,
  traceIdOf,
} from '@motcua/platform/edge';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers as a service would. `detail` says in English which service it is about. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, code: PlatformCode, detail?: string): void {
  const entry = PLATFORM_PROBLEMS[code];
  const language = languageOf(request.headers['accept-language']);
  if ('retryAfter' in entry) void reply.header('retry-after', String(entry.retryAfter));
  void reply
    .status(entry.status)
    .headers({ 'content-type': 'application/problem+json; charset=utf-8', 'content-language': language })
    .send(
      JSON.stringify({
        type: problemType(code),
        title: entry.title[language],
        status: entry.status,
        code,
        ...(detail !== undefined && { detail }),
        traceId: traceIdOf(currentContext().traceparent),
      }),
    );
}
