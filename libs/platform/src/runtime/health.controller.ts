import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/requires.decorator.js';
import { Database } from '../database/database.js';
import { Metrics } from '../observability/metrics.js';
import type { EventTransport } from '../events/event-transport.js';
import { TRANSPORT } from './transport.token.js';

const outcome = async (check: Promise<unknown>): Promise<string> =>
  check.then(
    () => 'ok',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

/** What an orchestrator asks a service. */
@Controller()
@ApiTags('operations')
@Public()
export class HealthController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TRANSPORT) private readonly transport: EventTransport,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @ApiOperation({ summary: 'Is the process alive?' })
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @ApiOperation({ summary: 'Can it work? 503 names what is missing' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const [database, transport] = await Promise.all([
      outcome(this.database.query('SELECT 1')),
      outcome(this.transport.check()),
    ]);
    const ready = database === 'ok' && transport === 'ok';
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'unavailable', checks: { database, transport } };
  }

  @Get('metrics')
  @ApiOperation({ summary: 'Prometheus metrics' })
  async scrape(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}
