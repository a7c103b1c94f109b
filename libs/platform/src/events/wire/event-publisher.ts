import type { WireMessage } from './wire-message.js';

/** Port through which the relay hands events to the broker. */
export interface EventPublisher {
  /**
   * Resolves when every message is durable at the broker. Messages of one key keep their order.
   * @throws MessagesRefused when some of them will never be taken, and the others are durable
   */
  publish(messages: readonly WireMessage[]): Promise<void>;
}
