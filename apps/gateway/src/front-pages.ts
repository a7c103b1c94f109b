import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { descriptions, readiness } from './ask-services.js';
import { type DescribedService, mergeOpenApi } from './merge-open-api.js';
import { docsPage, landingPage } from './pages.js';
import { sendProblem } from './send-problem.js';
import type { Upstreams } from './upstreams.js';

const HTML = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json; charset=utf-8';

/** What the one address answers itself: an entry page, the merged description, and the health of all. */
export function serveFrontPages(fastify: FastifyInstance, services: Upstreams, version: string): void {
  // Asked each time: services are replaced one by one, and a description that was kept would lie meanwhile.
  const described =
    (answer: (reply: FastifyReply, all: DescribedService[]) => FastifyReply) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      descriptions(services).then(
        (all) => answer(reply, all),
        (error: unknown) => {
          sendProblem(request, reply, 'SERVICE.UNAVAILABLE', error instanceof Error ? error.message : undefined);
          return reply;
        },
      );
  fastify.get(
    '/',
    described((reply, all) => reply.type(HTML).send(landingPage(all))),
  );
  fastify.get('/docs', (_, reply) => reply.type(HTML).send(docsPage()));
  fastify.get(
    '/openapi.json',
    described((reply, all) => reply.type(JSON_TYPE).send(JSON.stringify(mergeOpenApi(all, version), null, 2))),
  );
  fastify.get('/health/live', (_, reply) => reply.type(JSON_TYPE).send('{"status":"ok"}'));
  fastify.get('/health/ready', async (_, reply) => {
    const { ready, services: answers } = await readiness(services);
    return reply
      .status(ready ? 200 : 503)
      .type(JSON_TYPE)
      .send(JSON.stringify({ status: ready ? 'ok' : 'unavailable', services: answers }));
  });
}
