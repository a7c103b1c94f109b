import { setTimeout as pause } from 'node:timers/promises';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/requires.decorator.js';
import { Database } from '../database/database.js';
import { AcceptsAnyQuery } from '../http/any-query.decorator.js';
import { Metrics } from '../metrics/metrics.js';
import type { EventTransport } from '../events/transport/event-transport.js';
import { TRANSPORT } from './transport.token.js';

/** An orchestrator asks with a second's patience, and a broker that is away takes longer to say so. */
const PATIENCE_MS = 800;

/** Gauges ask the database: however many scrape, they ask once in so long. */
const SCRAPE_MS = 2_000;

const within = (check: Promise<unknown>): Promise<unknown> =>
  Promise.race([
    check,
    pause(PATIENCE_MS, undefined, { ref: false }).then(() => {
      throw new Error(`no answer within ${PATIENCE_MS} ms`);
    }),
  ]);

const outcome = async (check: Promise<unknown>): Promise<string> =>
  within(check).then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

/** What an orchestrator asks a service. */
@Controller()
@ApiTags('operations')
@Public()
@AcceptsAnyQuery()
export class HealthController {
  private scraped?: { readonly at: number; readonly text: Promise<string> };

  constructor(
    private readonly database: Database,
    @Inject(TRANSPORT) private readonly transport: EventTransport,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @ApiOperation({ summary: 'Is the process alive?' })
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @ApiOperation({
    summary:
      'Can it take requests? 503 names what is missing. Without the event transport it is degraded, and takes them: events wait',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const [database, transport] = await Promise.all([outcome(this.database.ping()), outcome(this.transport.check())]);
    // A counter goes on while the broker is away: taken out of service for it, every counter would stop at once.
    void reply.status(database === 'ok' ? 200 : 503);
    const status = database !== 'ok' ? 'unavailable' : transport === 'ok' ? 'ok' : 'degraded';
    return { status, checks: { database, transport } };
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Prometheus metrics' })
  async scrape(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.registry.contentType);
    const now = performance.now();
    if (this.scraped === undefined || now - this.scraped.at > SCRAPE_MS)
      this.scraped = { at: now, text: this.metrics.registry.metrics() };
    return this.scraped.text;
  }
}
