import type { Tx } from '../../database/tx.js';
import type { ReceivedEvent } from '../wire/envelope.js';
import type { EventHandlers } from './event-handlers.js';
import { HandlerTimedOut } from './handler-timed-out.js';
import { lendTx } from './lend-tx.js';

/**
 * Runs the reactions to an event in its transaction, for a limited time: an event that hangs must not hold up its topic.
 * @throws HandlerTimedOut, or the handler's own error
 */
export async function runHandler(
  handlers: EventHandlers,
  event: ReceivedEvent,
  tx: Tx,
  limitMs: number,
): Promise<void> {
  const { lent, takeBack } = lendTx(tx);
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new HandlerTimedOut(event.type, limitMs)), limitMs);
  try {
    await Promise.race([handlers.handle(event, { tx: lent, topic: event.topic, key: event.key }), timeout.promise]);
  } finally {
    clearTimeout(timer);
    takeBack();
  }
}
