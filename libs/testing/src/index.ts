export * from './pdf/pdf-text.js';
export * from './postgres/create-test-database.js';
export * from './system/api-client.js';
export * from './system/eventually.js';
export * from './system/foreign-producer.js';
export * from './system/start-test-system.js';
export * from './system/test-issuer.js';
export * from './transport-contract/transport-contract.js';
export type { TransportHarness } from './transport-contract/transport-harness.js';
