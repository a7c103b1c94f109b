import type { EventPublisher } from '../event-publisher.js';
import type { WireMessage } from '../wire-message.js';
import type { LocalLog } from './local-log.js';

export class LocalPublisher implements EventPublisher {
  constructor(private readonly log: LocalLog) {}

  publish(messages: readonly WireMessage[]): Promise<void> {
    return this.log.append(messages);
  }
}
