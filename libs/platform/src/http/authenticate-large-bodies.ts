import type { FastifyInstance } from 'fastify';
import type { Authenticator } from '../auth/authenticator.js';

/** Strangers send payment confirmations and the like: a few hundred bytes. */
const STRANGERS_BYTES = 64 * 1024;

/**
 * Reads a body that is large, or does not say how large it is, only from who has a token. The guard of the route looks at
 * the token again: this one keeps strangers from filling memory and time with bodies that would be refused anyway.
 */
export function authenticateLargeBodies(fastify: FastifyInstance, authenticator: Authenticator): void {
  fastify.addHook('onRequest', async ({ headers }) => {
    const length = headers['content-length'];
    const large =
      headers['transfer-encoding'] !== undefined || (length !== undefined && !(Number(length) <= STRANGERS_BYTES));
    if (large) await authenticator.authenticate(headers.authorization);
  });
}
