export type { EventContract, EventEnvelope, ReceivedEvent } from './envelope.js';
export type { EventContext } from './event-context.js';
export { EventContracts } from './event-contracts.js';
export { EventGauges } from './event-gauges.js';
export type { EventHandlers } from './event-handlers.js';
export type { EventLogger } from './event-logger.js';
export { EventProcessor, type BatchOptions } from './event-processor.js';
export type { EventPublisher } from './event-publisher.js';
export { EventStrategy } from './event-strategy.js';
export type { EventTransport, Subscription } from './event-transport.js';
export { failureKind, type FailureKind } from './failure-kind.js';
export { fromWire, toWire } from './cloud-event-headers.js';
export { INBOX_DEFAULTS, type InboxOptions } from './inbox-options.js';
export { InvalidEventData } from './invalid-event-data.js';
export {
  COMPACTED_TOPICS,
  KafkaConfig,
  KafkaTransport,
  type KafkaTransportOptions,
  runTopics,
  TopicsConfig,
} from './kafka/index.js';
export { LocalLog } from './local/local-log.js';
export { LocalTransport } from './local/local-transport.js';
export { createTransportTables, TRANSPORT_SCHEMA } from './local/transport-schema.js';
export { MalformedMessage } from './malformed-message.js';
export { NotYetKnown } from './not-yet-known.js';
export { On } from './on.decorator.js';
export { OutboxRelay } from './outbox-relay.js';
export { ParkedEvents, type ParkedEventCode } from './parked-events.js';
export type { KeptHead, KeptKeyState } from './parked-heads.js';
export { readEventData } from './read-event-data.js';
export { replayOutbox, type ReplaySelection } from './replay-outbox.js';
export { RELAY_DEFAULTS, type RelayOptions } from './relay-options.js';
export type { WireMessage } from './wire-message.js';
