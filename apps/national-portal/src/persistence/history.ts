import { historyOf, type HistoryVocabulary } from '@motcua/platform';

/** What happens to what this service holds. */
export const HISTORY = {
  receivedDossier: ['received', 'linked', 'changed', 'waited', 'postponed', 'handedOver', 'acknowledged'],
  receivedRequest: ['received', 'postponed', 'handedOver', 'refused', 'acknowledged'],
  journalRow: ['retried', 'acknowledged'],
  reconciliation: ['requested'],
  codeMap: ['mapped', 'unmapped'],
  catalogueFetch: ['requested', 'listsRead', 'codesMapped'],
  portalProcedure: ['changed', 'gone'],
} as const satisfies HistoryVocabulary;

export const line = historyOf(HISTORY);
