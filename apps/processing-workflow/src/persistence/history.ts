import { historyOf, type HistoryVocabulary } from '@motcua/platform';

/** What the histories of this service speak of. */
export const HISTORY = {
  case: [
    'opened',
    'taskClaimed',
    'taskReleased',
    'taskAssigned',
    'taskCompleted',
    'taskHandedOver',
    'taskRecalled',
    'sentBack',
    'consultationExpired',
    'opinionAsked',
    'questionClosed',
    'supplementRequested',
    'supplementCompleted',
    'supplementPartGiven',
    'supplementTakenAsEnough',
    'supplementRejected',
    'supplementCancelled',
    'supplementDeadlineMoved',
    'agencyMoved',
    'corrected',
    'feeDemanded',
    'feeSettled',
    'deadlineExtended',
    'apologised',
    'deadlineRecalculated',
    'deadlinePassed',
    'escalated',
    'resultAdded',
    'resultRemoved',
    'resultReplaced',
    'resultRevoked',
    'stopped',
    'withdrawn',
    'withdrawalRefused',
    'returned',
    'returnUndone',
    'processChanged',
    'processChangeUndone',
  ],
  officer: ['registered', 'changed'],
  processDefinition: ['defined', 'replaced'],
  documentForms: ['set'],
  processMove: ['planned', 'applied', 'undone'],
  recalculation: ['started'],
} as const satisfies HistoryVocabulary;

export type CaseAction = (typeof HISTORY.case)[number];

export const line = historyOf(HISTORY);
