import type { WireMessage } from './wire-message.js';

export interface RefusedMessage {
  readonly message: WireMessage;
  /** What the broker says of it. */
  readonly reason: string;
}

/**
 * The broker will not take these messages however often they come, such as one larger than it allows. Of each key nothing
 * behind the refused one was sent; every other message that was handed over is durable.
 */
export class MessagesRefused extends Error {
  override readonly name = 'MessagesRefused';

  constructor(readonly refused: readonly RefusedMessage[]) {
    super(refused.map(({ message: { topic, key }, reason }) => `${topic} ${key}: ${reason}`).join('; '));
  }
}
