import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { Refusal } from '@motcua/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { currentContext, traceIdOf } from '../observability/request-context.js';
import { asRefusal } from './as-refusal.js';
import { PLATFORM_PROBLEMS } from './platform-problems.js';
import { languageOf } from '../observability/language.js';
import { type Problem, type ProblemTable, shownProblem } from './problem.js';

/** Turns every refusal and every failure into a problem document. Failures are logged whole and told in one sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly table: ProblemTable;

  constructor(
    problems: ProblemTable,
    private readonly logger: Logger,
  ) {
    this.table = { ...PLATFORM_PROBLEMS, ...problems };
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    this.send(error, request, reply);
  }

  send(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const language = languageOf(request.headers['accept-language']);
    const refusal = error instanceof Refusal ? (error as Refusal<string>) : asRefusal(error);
    const entry = this.table[refusal.code] ?? PLATFORM_PROBLEMS['SERVICE.FAULT'];
    const known = refusal.code in this.table;
    if (entry.status >= 500 || !known)
      this.logger.error(
        { err: error instanceof HttpException ? error.message : error, code: refusal.code },
        'request failed',
      );
    const problem: Problem = {
      ...shownProblem(refusal, this.table, language),
      traceId: traceIdOf(currentContext().traceparent),
    };
    if (entry.retryAfter !== undefined) void reply.header('retry-after', String(entry.retryAfter));
    if (entry.status === 401) void reply.header('www-authenticate', 'Bearer error="invalid_token"');
    void reply
      .status(entry.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .send(JSON.stringify(problem));
  }
}
