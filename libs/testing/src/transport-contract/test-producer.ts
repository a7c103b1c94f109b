import { systemClock } from '@motcua/kernel';
import {
  Commands,
  type EventContract,
  type EventPublisher,
  type EventTransport,
  OutboxRelay,
  type RelayOptions,
  UnitOfWork,
} from '@motcua/platform';
import { pino } from 'pino';
import { ANNOUNCE } from './announcement.js';
import type { ServiceHome } from './service-home.js';
import type { SeverableDatabase } from './severable-database.js';

export const FACT_TIME = Temporal.Instant.from('2026-11-25T01:10:00.123Z');

/** One process of a producing service, with its outbox. */
export class TestProducer {
  readonly unitOfWork: UnitOfWork;
  private readonly commands: Commands;
  private readonly relays: OutboxRelay[] = [];

  private constructor(
    readonly home: ServiceHome,
    readonly database: SeverableDatabase,
    readonly transport: EventTransport,
  ) {
    this.unitOfWork = new UnitOfWork(database, { source: home.name, historyKey: 'key' });
    this.commands = new Commands(this.unitOfWork, systemClock);
  }

  static async start(home: ServiceHome, transport: EventTransport): Promise<TestProducer> {
    return new TestProducer(home, await home.open(), transport);
  }

  startRelay(options: Partial<RelayOptions> = {}, publisher: EventPublisher = this.transport.publisher): OutboxRelay {
    const logger = pino({ level: process.env['MOTCUA_TEST_LOG'] ?? 'silent' });
    const relay = new OutboxRelay([this.unitOfWork], this.database, publisher, logger, {
      pollMs: 20,
      away: { fromMs: 10, toMs: 50 },
      ...options,
    });
    relay.start();
    this.relays.push(relay);
    return relay;
  }

  /** Commits events of one aggregate, each in a transaction of its own, without publishing them. */
  async write<Data extends object>(key: string, contract: EventContract<Data>, ...data: Data[]): Promise<void> {
    for (const one of data) await this.commands.run(ANNOUNCE, { contract, key, data: one, time: FACT_TIME });
  }

  async unpublished(): Promise<number> {
    const [row] = await this.home.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL',
    );
    return row?.n ?? 0;
  }

  async stop(): Promise<void> {
    for (const relay of this.relays) await relay.stop();
    await this.transport.close();
    await this.database.close();
  }
}
