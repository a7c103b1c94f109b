import { SpanKind } from '@opentelemetry/api';
import type { Tx } from '../../database/tx.js';
import { childTraceparent, type RequestContext, runInContext } from '../../observability/request-context.js';
import type { Tracing } from '../../observability/tracing.js';
import type { EventContract, ReceivedEvent } from '../wire/envelope.js';
import type { EventContracts } from '../wire/event-contracts.js';
import type { EventHandlers } from './event-handlers.js';
import { EventRound } from './event-round.js';
import type { InboxOptions } from './inbox-options.js';
import { readEventData } from './read-event-data.js';

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

  /** As part of the event's trace, and as the cause of what is published. */
  private within<Result>(event: ReceivedEvent, work: () => Promise<Result>): Promise<Result> {
    const attributes = { 'messaging.destination.name': event.topic, 'messaging.message.id': event.id };
    const span = { kind: SpanKind.CONSUMER, attributes, parent: event.traceparent };
    const name = `process ${event.type.replace('vn.motcua.', '')}`;
    return runInContext(contextOf(event), () => this.tracing.span(name, span, work));
  }

  /** For the reactions to events in a transaction. @param alone it is about one key only */
  round(tx: Tx, alone: boolean): EventRound {
    return new EventRound(tx, alone, (event, lent) => this.react(event, lent), this.options.handlerLimitMs);
  }

  /** @throws InvalidEventData, or the handler's own error */
  private react(event: ReceivedEvent, tx: Tx): Promise<void> {
    return this.within(event, async () => {
      const data = await readEventData(this.contracts.find(event.type)!, event.data);
      await this.handlers.handle({ ...event, data }, { tx, topic: event.topic, key: event.key });
    });
  }
}

const contextOf = (event: ReceivedEvent): RequestContext => ({
  traceparent: childTraceparent(event.traceparent),
  causationId: event.id,
  language: 'vi',
  ...(event.correlationid && { correlationId: event.correlationid }),
});
