import type { Tx } from '../database/tx.js';
import { childTraceparent, type RequestContext } from '../observability/request-context.js';
import type { EventContract, ReceivedEvent } from './envelope.js';
import type { EventContracts } from './event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import type { InboxOptions } from './inbox-options.js';
import { readEventData } from './read-event-data.js';
import { runHandler } from './run-handler.js';

/** What a service does about events: its handlers, with the contracts that say what they may rely on. */
export class Reactions {
  constructor(
    private readonly contracts: EventContracts,
    private readonly handlers: EventHandlers,
    private readonly options: Pick<InboxOptions, 'handlerLimitMs'>,
  ) {}

  /** The contract of a type that the service reacts to. */
  contractOf(type: string): EventContract | undefined {
    return this.handlers.handles(type) ? this.contracts.find(type) : undefined;
  }

  /** @throws InvalidEventData, HandlerTimedOut, or the handler's own error */
  async react(contract: EventContract, event: ReceivedEvent, tx: Tx): Promise<void> {
    const data = await readEventData(contract, event.data);
    await runHandler(this.handlers, { ...event, data }, tx, this.options.handlerLimitMs);
  }
}

/** The context in which an event is handled: its trace goes on, and what is published is caused by it. */
export const contextOf = (event: ReceivedEvent): RequestContext => ({
  traceparent: childTraceparent(event.traceparent),
  causationId: event.id,
  language: 'vi',
  ...(event.correlationid && { correlationId: event.correlationid }),
});
