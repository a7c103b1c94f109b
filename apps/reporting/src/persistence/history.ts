import { historyOf, type HistoryVocabulary } from '@motcua/platform';

/** What the histories of this service speak of. */
export const HISTORY = {
  target: ['set'],
} as const satisfies HistoryVocabulary;

export const line = historyOf(HISTORY);
