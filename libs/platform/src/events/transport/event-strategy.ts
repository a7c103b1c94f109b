import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { EventContracts } from '../wire/event-contracts.js';
import type { EventContext } from '../inbox/event-context.js';
import type { EventEnvelope } from '../wire/envelope.js';
import type { EventHandlers } from '../inbox/event-handlers.js';
import type { EventProcessor } from '../inbox/event-processor.js';

/** What every transport shares towards Nest: the handlers of the service's controllers, called one after the other. */
export abstract class EventStrategy extends Server implements CustomTransportStrategy, EventHandlers {
  // Failures are decided about here; Nest need not log them.
  override readonly propagatesEventHandlerErrors = true;
  private readonly reactions = new Map<string, MessageHandler[]>();

  constructor(
    protected readonly processor: EventProcessor,
    private readonly contracts: EventContracts,
  ) {
    super();
  }

  // Nest would run several reactions to one event at the same time, on the one connection of their transaction.
  override addHandler(pattern: unknown, callback: MessageHandler, isEventHandler = false): void {
    if (!isEventHandler) throw new Error(`${String(pattern)} is a request: services only react to events`);
    const type = this.normalizePattern(pattern as string);
    this.reactions.set(type, [...(this.reactions.get(type) ?? []), callback]);
    this.messageHandlers.set(type, callback);
  }

  handles(type: string): boolean {
    return this.reactions.has(type);
  }

  async handle(event: EventEnvelope, context: EventContext): Promise<void> {
    for (const reaction of this.reactions.get(event.type) ?? []) {
      const result$ = this.transformToObservable(await (reaction(event, context) as Promise<unknown>));
      await lastValueFrom(result$, { defaultValue: undefined });
    }
  }

  listen(callback: (error?: unknown) => void): void {
    this.processor.start(this);
    this.begin(this.contracts.topicsOf(this.reactions.keys()))
      .then(() => callback())
      .catch((error: unknown) => callback(error));
  }

  /** Starts to deliver the topics' messages to the processor. */
  protected abstract begin(topics: readonly string[]): Promise<void>;

  abstract override close(): Promise<void>;

  override on(): void {
    throw new Error('an event strategy emits nothing of its own');
  }

  override unwrap<T>(): T {
    return this as unknown as T;
  }
}
