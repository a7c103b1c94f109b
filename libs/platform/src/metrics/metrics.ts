import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';
import type { EventGauges } from './event-gauges.js';
import { eventMetrics } from './event-metrics.js';
import { poolMetrics } from './pool-metrics.js';

interface MetricsOptions {
  /** Memory, processor time and event loop too: once in a process, however many services it holds. */
  readonly process?: boolean;
}

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

  private readonly relayed = new Histogram({
    name: 'motcua_relay_delay_seconds',
    help: 'Time from the commit of an event to its publication',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 120, 600],
    registers: [this.registry],
  });

  constructor(service: string, { process: ofProcess = false }: MetricsOptions = {}) {
    this.registry.setDefaultLabels({ service });
    if (ofProcess) collectDefaultMetrics({ register: this.registry });
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

  /** Events were just published that had been committed so many seconds ago. */
  observeRelayed(delaysSeconds: readonly number[]): void {
    for (const seconds of delaysSeconds) this.relayed.observe(Math.max(0, seconds));
  }

  /** Gauges that ask the service's schema and the transport when they are scraped. */
  observeEvents(gauges: EventGauges): void {
    eventMetrics(this.registry, gauges);
  }

  observePool(pool: Pool, size: number): void {
    poolMetrics(this.registry, pool, size);
  }
}
