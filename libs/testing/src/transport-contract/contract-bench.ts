import { type EventContract, type EventTransport, toWire, type WireMessage } from '@motcua/platform';
import { newId } from '@motcua/kernel';
import { createTestDatabase, type TestDatabase } from '../postgres/create-test-database.js';
import { eventually } from '../system/eventually.js';
import { Gate } from './gate.js';
import type { NoteScript } from './note-script.js';
import { NoteWrittenV1 } from './note-written.v1.js';
import { ServiceHome } from './service-home.js';
import { TestConsumer, type ConsumerOptions } from './test-consumer.js';
import { FACT_TIME, TestProducer } from './test-producer.js';
import type { TransportHarness } from './transport-harness.js';

/** The services and the transport that the sentences of the contract are tried on. */
export class ContractBench {
  private readonly running: { stop(): Promise<void> }[] = [];
  private readonly homes = new Map<string, ServiceHome>();
  private wire: EventTransport | undefined;
  private readonly gates: Gate[] = [];

  private constructor(
    private readonly harness: TransportHarness,
    private readonly database: TestDatabase,
  ) {}

  static async prepare(makeHarness: () => Promise<TransportHarness>): Promise<ContractBench> {
    const bench = new ContractBench(await makeHarness(), await createTestDatabase());
    for (const name of ['writer', 'reader', 'archive'])
      bench.homes.set(name, await ServiceHome.prepare(bench.database, name));
    return bench;
  }

  async producer(): Promise<TestProducer> {
    const producer = await TestProducer.start(this.home('writer'), await this.harness.connect());
    this.running.push(producer);
    return producer;
  }

  /** Starts a process of the service `reader`, or of another one: each service is a group of its own. */
  async consumer(
    act: NoteScript['act'] = () => undefined,
    { service = 'reader', ...options }: ConsumerOptions & { service?: string } = {},
  ): Promise<TestConsumer> {
    const consumer = await TestConsumer.start(this.home(service), await this.harness.connect(), act, options);
    this.running.push(consumer);
    return consumer;
  }

  /** Right after a start events run one at a time; this waits until that is over. */
  async warmUp(consumer: TestConsumer): Promise<void> {
    await this.send(this.message(NoteWrittenV1, 'warm-up', 1, { line: '' }));
    await eventually(async () => (await consumer.effects('warm-up')).length === 1);
  }

  /** Puts messages on the wire as they are, past any outbox: also such as no outbox would send. */
  async send(...messages: WireMessage[]): Promise<void> {
    this.wire ??= await this.harness.connect();
    await this.wire.publisher.publish(messages);
  }

  /**
   * Sends messages so that they come in one batch: the consumer is held by an earlier event until they are there. Its script
   * must await {@link Gate.opened} of `hold` for the key `hold`.
   */
  async sendAtOnce(consumer: TestConsumer, hold: Gate, ...messages: WireMessage[]): Promise<void> {
    await this.warmUp(consumer);
    await this.send(this.message(NoteWrittenV1, 'hold', 1, { line: '' }));
    await eventually(() => Promise.resolve(consumer.script.calls.includes('hold/1')));
    await this.send(...messages);
    hold.open();
    await eventually(async () => (await consumer.effects('hold')).length === 1);
  }

  message<Data extends object>(contract: EventContract<Data>, key: string, sequence: number, data: Data): WireMessage {
    const { type, topic } = contract;
    return toWire({
      event_id: newId(),
      topic,
      key,
      type,
      sequence,
      time: FACT_TIME,
      headers: { source: '/motcua/writer' },
      data,
    });
  }

  /** Drops every message from the log. */
  trim(): Promise<void> {
    return this.harness.trim();
  }

  /** Between two tests: stops what runs and forgets all that was sent and done. */
  async clear(): Promise<void> {
    for (const gate of this.gates.splice(0)) gate.open();
    for (const process of this.running.splice(0)) await process.stop();
    await this.wire?.close();
    this.wire = undefined;
    for (const home of this.homes.values()) await home.reset();
    await this.harness.reset();
  }

  async stop(): Promise<void> {
    for (const home of this.homes.values()) await home.close();
    await this.harness.stop();
    await this.database.drop();
  }

  /** A gate that opens at the end of the test at the latest, so that a test that fails does not hang. */
  gate(): Gate {
    const gate = new Gate();
    this.gates.push(gate);
    return gate;
  }

  /** What a handler awaits to be in mid-handler until the end of the test. */
  hang(): Promise<void> {
    return this.gate().opened;
  }

  private home(service: string): ServiceHome {
    const home = this.homes.get(service);
    if (!home) throw new Error(`there is no service ${service} on the bench`);
    return home;
  }
}
