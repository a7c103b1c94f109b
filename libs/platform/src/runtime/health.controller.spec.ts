import { jest } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import type { Database } from '../database/database.js';
import type { EventTransport } from '../events/transport/event-transport.js';
import { Metrics } from '../metrics/metrics.js';
import { HealthController } from './health.controller.js';

async function asked(database: Promise<unknown>, transport: Promise<void>): Promise<{ status: number; body: object }> {
  const controller = new HealthController(
    { ping: () => database } as unknown as Database,
    { check: () => transport } as unknown as EventTransport,
    new Metrics('asked'),
  );
  let status = 0;
  const reply = { status: (code: number) => (status = code) } as unknown as FastifyReply;
  return { body: await controller.ready(reply), status };
}
function away(why: string): Promise<never> {
  const rejected = Promise.reject(new Error(why));
  rejected.catch(() => undefined);
  return rejected;
}

describe('whether a service is ready', () => {
  it('is so with its database and its transport', async () => {
    expect(await asked(Promise.resolve([]), Promise.resolve())).toEqual({
      status: 200,
      body: { status: 'ok', checks: { database: 'ok', transport: 'ok' } },
    });
  });

  it('is so without the broker, and says what is missing: a counter goes on (promise 4)', async () => {
    expect(await asked(Promise.resolve([]), away('no broker answers'))).toEqual({
      status: 200,
      body: { status: 'degraded', checks: { database: 'ok', transport: 'no broker answers' } },
    });
  });

  it('is not so without its database, and says so', async () => {
    expect(await asked(away('connect ECONNREFUSED'), Promise.resolve())).toEqual({
      status: 503,
      body: { status: 'unavailable', checks: { database: 'connect ECONNREFUSED', transport: 'ok' } },
    });
  });

  it('collects its metrics once for whoever asks at the same time', async () => {
    const metrics = new Metrics('asked');
    const collect = jest.spyOn(metrics.registry, 'metrics');
    const controller = new HealthController({} as Database, {} as EventTransport, metrics);
    const reply = { header: () => undefined } as unknown as FastifyReply;
    const scrapes = await Promise.all(Array.from({ length: 40 }, () => controller.scrape(reply)));
    expect(new Set(scrapes).size).toBe(1);
    expect(collect).toHaveBeenCalledTimes(1);
  });
});
