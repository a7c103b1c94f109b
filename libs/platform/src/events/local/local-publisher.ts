import type { EventPublisher } from '../wire/event-publisher.js';
import type { WireMessage } from '../wire/wire-message.js';
import type { LocalLog } from './local-log.js';

export class LocalPublisher implements EventPublisher {
  constructor(private readonly log: LocalLog) {}

  publish(messages: readonly WireMessage[]): Promise<void> {
    return this.log.append(messages);
  }
}
