import type { HistoryLine } from '../database/history.js';
import type { Witness } from './witness.js';

/**
 * What verification reads. All of one history comes together: first what others have heard of it, then its lines by
 * their numbers. A history of which others have heard and that has no line is its witnesses alone.
 */
export type HistoryItem =
  | { readonly is: 'witness'; readonly service: string; readonly receiver: string; readonly witness: Witness }
  | { readonly is: 'line'; readonly service: string; readonly line: HistoryLine };

export const nameOf = (item: HistoryItem): string =>
  JSON.stringify([item.service, item.is === 'line' ? item.line.aggregate : item.witness.aggregate]);
