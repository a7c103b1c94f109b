import { Module, type DynamicModule, type INestMicroservice, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { systemClock } from '@motcua/kernel';
import {
  Commands,
  EventContracts,
  EventGauges,
  EventProcessor,
  type EventStrategy,
  type EventTransport,
  type InboxOptions,
  ParkedEvents,
  UnitOfWork,
} from '@motcua/platform';
import type { HeldKey, HeldKeyState } from '@motcua/platform';
import { pino } from 'pino';
import { eventually } from '../system/eventually.js';
import { Gate } from './gate.js';
import { NoteController } from './note.consumer.js';
import { NoteScript } from './note-script.js';
import { NoteStateV1 } from './note-state.v1.js';
import { NoteUnheardV1 } from './note-unheard.v1.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import type { ServiceHome } from './service-home.js';
import type { SeverableDatabase } from './severable-database.js';
import { WordKnownV1 } from './word-known.v1.js';

@Module({})
class ConsumerModule {}

const moduleOf = (controllers: Type[], script: NoteScript, commands: Commands): DynamicModule => ({
  module: ConsumerModule,
  controllers,
  providers: [
    { provide: NoteScript, useValue: script },
    { provide: Commands, useValue: commands },
  ],
});

export interface ConsumerOptions {
  readonly controllers?: Type[];
  readonly inbox?: Partial<InboxOptions>;
}

/** One process of a consuming service: a Nest application with a strategy of the transport under test. */
export class TestConsumer {
  private ended = false;
  /** Opens when it has been asked to stop. */
  readonly stopping = new Gate();
  readonly parked: ParkedEvents;
  readonly gauges: EventGauges;

  private constructor(
    readonly home: ServiceHome,
    readonly database: SeverableDatabase,
    readonly unitOfWork: UnitOfWork,
    readonly script: NoteScript,
    /** What the transport hands the events to; a test may hand it some itself. */
    readonly processor: EventProcessor,
    private readonly transport: EventTransport,
    private readonly strategy: EventStrategy,
    private readonly application: INestMicroservice,
  ) {
    this.parked = new ParkedEvents(database);
    this.gauges = new EventGauges(database);
  }

  static async start(
    home: ServiceHome,
    transport: EventTransport,
    act: NoteScript['act'],
    options: ConsumerOptions,
  ): Promise<TestConsumer> {
    const script = new NoteScript();
    script.act = act;
    const database = await home.open();
    const logger = pino({ level: process.env['MOTCUA_TEST_LOG'] ?? 'silent' });
    const contracts = new EventContracts([NoteWrittenV1, NoteStateV1, NoteUnheardV1, WordKnownV1]);
    const unitOfWork = new UnitOfWork(database, { source: home.name, historyKey: 'key' });
    const inbox = {
      retryDelaysMs: [0],
      attemptLimit: 3,
      sweepMs: 50,
      attemptLeaseMs: 200,
      transient: { fromMs: 10, toMs: 50 },
      ...options.inbox,
    };
    const processor = new EventProcessor(unitOfWork, database, logger, contracts, inbox);
    const strategy = transport.subscribe({ group: home.name, processor, contracts, logger });
    const application = await NestFactory.createMicroservice(
      moduleOf(options.controllers ?? [NoteController], script, new Commands(unitOfWork, systemClock)),
      { strategy, logger: false },
    );
    await application.listen();
    return new TestConsumer(home, database, unitOfWork, script, processor, transport, strategy, application);
  }

  /** Ends as a process does that is asked to. */
  async stop(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    const closed = this.strategy.close();
    this.stopping.open();
    await closed;
    await this.application.close();
    await this.transport.close();
    await this.database.close();
  }

  /** Ends as a killed process does: its transactions are rolled back, and it remembers nothing any more. */
  async crash(): Promise<void> {
    await this.database.sever();
    void this.strategy.close();
  }

  /** `sequence` of each effect on a key, in the order in which they were committed. */
  async effects(key: string): Promise<number[]> {
    const rows = await this.home.sql<{ sequence: number }>('SELECT sequence FROM effect WHERE key = $1 ORDER BY n', [
      key,
    ]);
    return rows.map(({ sequence }) => sequence);
  }

  /** Messages of the notes' topic that the service has not worked on yet. */
  async lag(): Promise<number | undefined> {
    return (await this.transport.lag(this.home.name, [NoteWrittenV1.topic, 'motcua.nowhere'])).get(NoteWrittenV1.topic);
  }

  /** The first kept event of the one key that is held up for this reason, once so many events of it are kept. */
  heldUp(state: HeldKeyState, events = 1): Promise<HeldKey> {
    return eventually(async () => {
      const { items } = await this.parked.list({ state, limit: 10 });
      return items.find((head) => head.events === events);
    });
  }
}
