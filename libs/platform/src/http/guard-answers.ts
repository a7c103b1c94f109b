import type { FastifyInstance } from 'fastify';

/** What everybody who is answered is told about the answer: it is what it says it is, and nobody keeps what is personal. */
export function guardAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, _, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    if (request.headers.authorization !== undefined && !reply.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store');
    done();
  });
}
