export type { FaultKind, HistoryFault } from './check-history.js';
export { HistoryFileUnreadable, readHistoryFile, writeHistories } from './history-file.js';
export type { HistoryItem } from './history-item.js';
export { type HistoryPlace, HistoryUnreadable, readHistories } from './read-histories.js';
export { type HistoryTally, type Verification, verifyHistory } from './verify-history.js';
export { isGenuine, sealWitness, type Witness } from './witness.js';
