export { clusterMemory, type ClusterMemory } from './cluster-memory.js';
export { createTopics } from './create-topics.js';
export { KafkaConfig } from './kafka.config.js';
export { KafkaTransport, type KafkaTransportOptions } from './kafka-transport.js';
export { runTopics } from './run-topics.js';
export { COMPACTED_TOPICS } from './topic-plan.js';
export { TopicsConfig } from './topics.config.js';
