export type { EventContract, EventEnvelope, ReceivedEvent } from './wire/envelope.js';
export type { EventContext } from './inbox/event-context.js';
export { EventContracts } from './wire/event-contracts.js';
export type { EventHandlers } from './inbox/event-handlers.js';
export type { EventLogger } from './wire/event-logger.js';
export { EventProcessor, type BatchOptions } from './inbox/event-processor.js';
export type { EventPublisher } from './wire/event-publisher.js';
export { EventStrategy } from './transport/event-strategy.js';
export type { EventTransport, Subscription } from './transport/event-transport.js';
export { failureKind, type FailureKind } from './inbox/failure-kind.js';
export { fromWire, toWire } from './wire/cloud-event-headers.js';
export { INBOX_DEFAULTS, type InboxOptions } from './inbox/inbox-options.js';
export { InvalidEventData } from './inbox/invalid-event-data.js';
export {
  COMPACTED_TOPICS,
  createTopics,
  KafkaConfig,
  KafkaTransport,
  type KafkaTransportOptions,
  runTopics,
  TopicsConfig,
} from './kafka/index.js';
export { LocalLog } from './local/local-log.js';
export { LocalTransport } from './local/local-transport.js';
export { RequestsFirst } from './transport/requests-first.js';
export { createTransportTables, TRANSPORT_SCHEMA } from './local/transport-schema.js';
export { MalformedMessage } from './wire/malformed-message.js';
export { MessagesRefused, type RefusedMessage } from './wire/messages-refused.js';
export { NotYetKnown } from './inbox/not-yet-known.js';
export { On } from './inbox/on.decorator.js';
export { OutboxRelay } from './outbox/outbox-relay.js';
export { ParkedEvents, type ParkedEventCode } from './inbox/parked-events.js';
export type { HeldKey, HeldKeyState } from './inbox/held-keys.js';
export { TIDY_DEFAULTS, tidyOutbox, type TidyOptions } from './outbox/tidy-outbox.js';
export { readEventData } from './inbox/read-event-data.js';
export { replayOutbox, type ReplaySelection } from './outbox/replay-outbox.js';
export { RELAY_DEFAULTS, type RelayOptions } from './outbox/relay-options.js';
export type { WireMessage } from './wire/wire-message.js';
