import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';
import type { Language } from '@motcua/kernel';
import type { Actor } from '../auth/actor.js';

/** What is known of the request or event being worked on, wherever the code is. */
export interface RequestContext {
  /** W3C trace context of this piece of work. */
  readonly traceparent: string;
  /** The same through everything that one request from outside set off. */
  readonly correlationId?: string;
  /** Id of the event or request that directly caused this. */
  readonly causationId?: string;
  readonly language: Language;
  readonly actor?: Actor;
  /** Present on commands: under whose key and for which request the answer is kept. */
  readonly idempotency?: { readonly client: string; readonly key: string; readonly fingerprint: string };
}

const storage = new AsyncLocalStorage<RequestContext>();

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

// Each request asks for some: one call of the system fills many.
const pool = Buffer.alloc(4096);
let used = pool.length;

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}

/** A child span's traceparent: the trace of `parent` when it is valid, else a new trace. */
export function childTraceparent(parent?: string): string {
  const [, trace = randomHex(16), , flags = '01'] = (parent && TRACEPARENT.exec(parent)) || [];
  return `00-${trace}-${randomHex(8)}-${flags}`;
}

export const traceIdOf = (traceparent: string): string => traceparent.slice(3, 35);

/** The context of the work in progress; where there is none (a job, a start) `otherwise`, or a new trace. */
export const currentContext = (otherwise?: RequestContext): RequestContext =>
  storage.getStore() ?? otherwise ?? { traceparent: childTraceparent(), language: 'vi' };

/** False for what no request and no event asked for: a poll, a sweep, a start. */
export const hasContext = (): boolean => storage.getStore() !== undefined;

export const runInContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);
