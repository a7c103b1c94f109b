import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { CursorSigner } from './cursor-signer.js';
import type { FastifyServerOptions } from 'fastify';
import type { Answer } from '../database/answer.js';

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  'status' in value &&
  'headers' in value &&
  'body' in value &&
  typeof value.status === 'number';

const isPage = (body: unknown): body is { next: string } =>
  typeof body === 'object' &&
  body !== null &&
  Array.isArray((body as { items?: unknown }).items) &&
  typeof (body as { next?: unknown }).next === 'string';

/** The address of the page that follows (RFC 8288). */
function nextPage(url: string, cursor: string): string {
  const address = new URL(url, 'http://host');
  address.searchParams.set('cursor', cursor);
  return `<${address.pathname}${address.search}>; rel="next"`;
}

/**
 * Fastify, which knows how an {@link Answer} and a page are sent: status and headers of the one, signed cursor and `Link` of
 * the other. Here and
 * not in an interceptor, each of which costs every request a chain of observables.
 */
export class ServiceAdapter extends FastifyAdapter {
  constructor(
    private readonly cursors: CursorSigner,
    options: FastifyServerOptions,
  ) {
    super(options);
  }

  override reply(...[reply, made, status]: Parameters<FastifyAdapter['reply']>): ReturnType<FastifyAdapter['reply']> {
    if (!('request' in reply)) return super.reply(reply, made, status);
    const { url } = reply.request;
    const result: unknown = isPage(made) ? { ...made, next: this.cursors.sign(url, made.next) } : made;
    if (isPage(result)) void reply.header('link', nextPage(url, result.next));
    if (!isAnswer(result)) return super.reply(reply, result, status);
    void reply.headers(result.headers);
    return super.reply(reply, result.body, result.status);
  }
}
