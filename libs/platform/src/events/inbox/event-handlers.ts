import type { EventContext } from './event-context.js';
import type { EventEnvelope } from '../wire/envelope.js';

/** The reactions of one service, as the transport found them. */
export interface EventHandlers {
  handles(type: string): boolean;
  /** Rejects with the handler's own error. */
  handle(event: EventEnvelope, context: EventContext): Promise<void>;
}
