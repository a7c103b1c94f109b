import { SpanKind } from '@opentelemetry/api';
import type { Tx } from '../../database/tx.js';
import { childTraceparent, type RequestContext, runInContext } from '../../observability/request-context.js';
import type { Tracing } from '../../observability/tracing.js';
import type { EventContract, ReceivedEvent } from '../wire/envelope.js';
import type { EventContracts } from '../wire/event-contracts.js';
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
    private readonly tracing: Tracing,
  ) {}

  /** The contract of a type that the service reacts to. */
  contractOf(type: string): EventContract | undefined {
    return this.handlers.handles(type) ? this.contracts.find(type) : undefined;
  }

  /** Does what an event calls for in its context: as part of its trace, and as the cause of what is published. */
  within<Result>(event: ReceivedEvent, work: () => Promise<Result>): Promise<Result> {
    const attributes = { 'messaging.destination.name': event.topic, 'messaging.message.id': event.id };
    const span = { kind: SpanKind.CONSUMER, attributes, parent: event.traceparent };
    const name = `process ${event.type.replace('vn.motcua.', '')}`;
    return runInContext(contextOf(event), () => this.tracing.span(name, span, work));
  }

  /** @throws InvalidEventData, HandlerTimedOut, or the handler's own error */
  async react(contract: EventContract, event: ReceivedEvent, tx: Tx): Promise<void> {
    const data = await readEventData(contract, event.data);
    await runHandler(this.handlers, { ...event, data }, tx, this.options.handlerLimitMs);
  }
}

const contextOf = (event: ReceivedEvent): RequestContext => ({
  traceparent: childTraceparent(event.traceparent),
  causationId: event.id,
  language: 'vi',
  ...(event.correlationid && { correlationId: event.correlationid }),
});
