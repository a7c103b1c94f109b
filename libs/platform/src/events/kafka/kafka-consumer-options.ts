export interface KafkaConsumerOptions {
  /** A member that is silent for so long has died. A handler may take longer: heartbeats go on meanwhile. */
  readonly sessionMs: number;
  /** A member that has not come back after so long when the group is divided anew is left out. Longer than a handler may take. */
  readonly rebalanceMs: number;
  readonly heartbeatMs: number;
  /** How many messages of a partition are in work at a time. */
  readonly chunkSize: number;
  /** How often positions are committed: what was applied since comes again after a crash, and is ignored. */
  readonly commitMs: number;
  readonly parallelPartitions: number;
  /** How long a fetch waits at the broker for messages, and so the longest wait of a stop. */
  readonly fetchWaitMs: number;
  /** Pauses before a consumer that has crashed is replaced. */
  readonly restart: { readonly fromMs: number; readonly toMs: number };
}

export const KAFKA_CONSUMER_DEFAULTS: KafkaConsumerOptions = {
  sessionMs: 30_000,
  rebalanceMs: 60_000,
  heartbeatMs: 3_000,
  chunkSize: 200,
  commitMs: 500,
  parallelPartitions: 3,
  fetchWaitMs: 500,
  restart: { fromMs: 200, toMs: 5_000 },
};
