import type { EventTransport } from '@motcua/platform';

/** What a transport must offer so that the contract suite can be run against it. */
export interface TransportHarness {
  /** A client of its own, as each process has. The suite closes it, unless it plays a killed process. */
  connect(): Promise<EventTransport>;
  /** Drops every message from the topics, as a broker does with what is too old. Groups stay where they are. */
  trim(): Promise<void>;
  /** Makes all topics empty and all groups new. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}
