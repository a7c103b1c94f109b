export type { FaultKind, HistoryFault } from './check-history.js';
export { HistoryFileUnreadable, readHistoryFile, writeHistories } from './history-file.js';
export type { HistoryItem } from './history-item.js';
export { HistoryUnreadable } from './history-unreadable.js';
export { readHistories } from './read-histories.js';
export type { HistoryPlace } from './schema-snapshot.js';
export { type HistoryTally, type Verification, verifyHistory } from './verify-history.js';
export { isGenuine, sealWitness, type Witness } from './witness.js';
