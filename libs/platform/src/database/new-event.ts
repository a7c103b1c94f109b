/** The class of a published event: its wire name and topic are written by hand and never change (ADR 0001). */
export interface EventContract<Data extends object = object> {
  new (): Data;
  readonly type: string;
  readonly topic: string;
  /** True where the event carries the whole state of its aggregate, so that a consumer may start with any of them. */
  readonly snapshot?: boolean;
}

export interface NewEvent<Data extends object = object> {
  readonly contract: EventContract<Data>;
  /** Id of the aggregate: the message key, and the subject of the CloudEvent. */
  readonly key: string;
  readonly data: Data;
  /** When the fact happened by the legal clock. */
  readonly time: Temporal.Instant;
}
