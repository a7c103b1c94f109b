import { newId } from '@motcua/kernel';
import { type EventContract, type EventPublisher, toWire, type WireMessage } from '@motcua/platform';

export interface Delivery {
  /** Of the aggregate's events; the next one when absent. */
  readonly sequence?: number;
  /** When the fact happened; now when absent. */
  readonly time?: string;
}

/** Publishes events as the services that are not part of a test system would. */
export class ForeignProducer {
  private readonly sequences = new Map<string, number>();

  constructor(private readonly publisher: EventPublisher) {}

  /** Comes twice, as a broker may deliver it. Answers the message, so that a spec can deliver it later once more. */
  async deliver<Data extends object>(
    contract: EventContract<Data>,
    key: string,
    data: object,
    { sequence, time }: Delivery = {},
  ): Promise<WireMessage> {
    const stream = JSON.stringify([contract.topic, key]);
    const number = sequence ?? (this.sequences.get(stream) ?? 0) + 1;
    this.sequences.set(stream, Math.max(number, this.sequences.get(stream) ?? 0));
    const message = toWire({
      event_id: newId(),
      topic: contract.topic,
      key,
      type: contract.type,
      sequence: number,
      time: time === undefined ? Temporal.Now.instant() : Temporal.Instant.from(time),
      headers: { source: '/motcua/spec' },
      data,
    });
    await this.publisher.publish([message]);
    await this.redeliver(message);
    return message;
  }

  /** The very same message once more, as a broker may. */
  async redeliver(message: WireMessage): Promise<void> {
    await this.publisher.publish([message]);
  }
}
