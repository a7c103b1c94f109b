import { historyOf, type HistoryVocabulary } from '@motcua/platform';

/** What the histories of the catalogue speak of. */
export const HISTORY = {
  agency: ['created', 'changed', 'moved'],
  calendar: ['created', 'changed'],
  field: ['created', 'renamed'],
  group: ['created', 'changed'],
  policy: ['created', 'changed'],
  portalDifference: ['found', 'settled', 'taken', 'dismissed'],
  procedure: ['versionDrafted', 'versionImported', 'versionAnnounced', 'questionAnswered', 'suspended', 'repealed'],
  register: ['shown'],
  synonym: ['created', 'changed'],
  tariff: ['set', 'imported'],
} as const satisfies HistoryVocabulary;

export const line = historyOf(HISTORY);
