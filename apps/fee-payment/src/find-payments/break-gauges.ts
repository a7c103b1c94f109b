import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics, sql } from '@motcua/platform';
import { Gauge } from 'prom-client';
import { LOCAL_BREAK_KINDS, type LocalBreakKind } from '../persistence/breaks.js';
import { BREAK_METRICS } from './break-metrics.js';

interface Open {
  readonly kind: LocalBreakKind;
  readonly count: number;
  readonly oldest: Temporal.Instant;
}

const ageOf = ({ oldest }: Open): number => Math.max(0, (Date.now() - oldest.epochMilliseconds) / 1000);

/** Open breaks; asked of the schema when they are scraped. */
@Injectable()
export class BreakGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const [open, oldest] = BREAK_METRICS;
    this.watch(open, ({ count }) => count);
    this.watch(oldest, ageOf);
  }

  private watch({ name, help }: (typeof BREAK_METRICS)[number], of: (open: Open) => number): void {
    const { database } = this;
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers: [this.metrics.registry],
      async collect() {
        const rows = await database.query<Open>(sql`
          SELECT kind, count(*)::int AS count, min(found_at) AS oldest FROM payment_break WHERE status = 'open' GROUP BY kind`);
        const byKind = new Map(rows.map((row) => [row.kind, row]));
        for (const kind of LOCAL_BREAK_KINDS) {
          const open = byKind.get(kind);
          this.set({ kind }, open ? of(open) : 0);
        }
      },
    });
  }
}
