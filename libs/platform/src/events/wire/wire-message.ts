/** One message as a broker carries it: the same on Kafka and in the local log. */
export interface WireMessage {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON of the event's data. */
  readonly value: string;
}
