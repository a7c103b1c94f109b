import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Metrics, sql } from '@motcua/platform';
import { Gauge } from 'prom-client';
import { PaymentConfig } from '../payment.config.js';
import { helpOf, RECEIPT_METRICS } from './registration-metrics.js';

interface Waiting {
  readonly unprinted: number;
  readonly unprintedSeconds: number;
  readonly waiting: number;
  readonly refused: number;
  readonly unregisteredSeconds: number;
}

/** What waits of receipts; asked of the schema when it is scraped. */
@Injectable()
export class ReceiptGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly config: PaymentConfig,
  ) {}

  onModuleInit(): void {
    const registers = [this.metrics.registry];
    const look = (): Promise<Waiting> => this.look();
    const shown = (name: (typeof RECEIPT_METRICS)[number]['name'], of: (waiting: Waiting) => number): Gauge =>
      new Gauge({
        name,
        help: helpOf(name),
        registers,
        async collect() {
          this.set(of(await look()));
        },
      });
    shown('motcua_payment_unprinted_receipts', ({ unprinted }) => unprinted);
    shown('motcua_payment_oldest_unprinted_receipt_seconds', ({ unprintedSeconds }) => unprintedSeconds);
    shown('motcua_payment_oldest_unregistered_receipt_seconds', ({ unregisteredSeconds }) => unregisteredSeconds);
    new Gauge({
      name: 'motcua_payment_unregistered_receipts',
      help: helpOf('motcua_payment_unregistered_receipts'),
      labelNames: ['state'],
      registers,
      async collect() {
        const { waiting, refused } = await look();
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'refused' }, refused);
      },
    });
  }

  private async look(): Promise<Waiting> {
    const isOn = this.config.receiptProviderUrl !== undefined;
    const [waiting] = await this.database.query<Waiting>(sql`
      SELECT u.n AS unprinted, u.seconds AS "unprintedSeconds", r.waiting, r.refused, r.seconds AS "unregisteredSeconds"
      FROM (SELECT count(*)::int AS n, coalesce(extract(epoch FROM now() - min(recorded_at)), 0)::float AS seconds
          FROM receipt WHERE file IS NULL AND file_at IS NOT NULL) u,
        (SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'refused')::int AS refused,
          coalesce(extract(epoch FROM now() - min(since)), 0)::float AS seconds
          FROM receipt_registration WHERE state <> 'registered' AND ${isOn}::boolean) r`);
    return waiting!;
  }
}
