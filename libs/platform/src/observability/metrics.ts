import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import type { EventGauges } from '../events/event-gauges.js';

/** Prometheus metrics of one service. Gauges that cost a query are collected when they are asked for. */
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'motcua_http_request_duration_seconds',
    help: 'Duration of HTTP requests by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
  }

  observeRequests(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', (request, reply, done) => {
      // The route, never the path: paths hold ids, and each would be a series of its own.
      this.requests.observe(
        { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }

  /** Gauges that ask the service's schema when they are scraped. */
  observeEvents(gauges: EventGauges): void {
    const registers = [this.registry];
    const unpublished = new Gauge({
      name: 'motcua_outbox_unpublished_events',
      help: 'Committed events not yet published',
      registers,
    });
    new Gauge({
      name: 'motcua_outbox_oldest_unpublished_seconds',
      help: 'Age of the oldest committed event that is not yet published',
      registers,
      async collect() {
        const backlog = await gauges.outbox();
        unpublished.set(backlog.unpublished);
        this.set(backlog.oldestSeconds);
      },
    });
    new Gauge({
      name: 'motcua_inbox_held_up_keys',
      help: 'Aggregates whose events are held up; parked and gap need a person',
      labelNames: ['state'],
      registers,
      async collect() {
        for (const [state, keys] of Object.entries(await gauges.heldUpKeys())) this.set({ state }, keys);
      },
    });
  }
}
