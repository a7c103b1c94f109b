import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DIFFERENCE_KINDS } from '@motcua/catalogue-domain';
import { Database, Metrics } from '@motcua/platform';
import { Gauge } from 'prom-client';
import { countOpenDifferences } from '../persistence/portal-differences.js';
import { DIFFERENCE_METRICS } from './metrics.js';

type Row = Awaited<ReturnType<typeof countOpenDifferences>>[number];

const ageOf = ({ oldest }: Row): number =>
  oldest === null ? 0 : Math.max(0, (Date.now() - oldest.epochMilliseconds) / 1000);

/** Open differences; asked of the schema when they are scraped. */
@Injectable()
export class DifferenceGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const [open, oldest] = DIFFERENCE_METRICS;
    this.watch(open, (row) => row.open);
    this.watch(oldest, ageOf);
  }

  private watch({ name, help }: (typeof DIFFERENCE_METRICS)[number], of: (row: Row) => number): void {
    const { database } = this;
    new Gauge({
      name,
      help,
      labelNames: ['kind'],
      registers: [this.metrics.registry],
      async collect() {
        const rows = new Map((await countOpenDifferences(database)).map((row) => [row.kind, row]));
        for (const kind of DIFFERENCE_KINDS) this.set({ kind }, of(rows.get(kind) ?? { kind, open: 0, oldest: null }));
      },
    });
  }
}
