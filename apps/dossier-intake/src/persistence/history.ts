import { historyOf, type HistoryVocabulary } from '@motcua/platform';

/** What the histories of this service speak of. */
export const HISTORY = {
  dossier: [
    'drafted',
    'draftChanged',
    'draftDeleted',
    'fileAttached',
    'fileRemoved',
    'papersReceived',
    'reuseConsented',
    'submitted',
    'feeDemanded',
    'agencyMoved',
    'paid',
    'paymentBreakFound',
    'accepted',
    'refused',
    'receptionOverdue',
    'supplementRequested',
    'supplementGiven',
    'supplementCompleted',
    'supplementPartGiven',
    'supplementDeadlineAdjusted',
    'supplementRejected',
    'supplementCancelled',
    'supplementTakenBack',
    'supplementDeadlineMoved',
    'supplementExpired',
    'supplementLapsed',
    'withdrawalRequested',
    'withdrawalRefused',
    'withdrawn',
    'caseOpened',
    'caseStarted',
    'caseStepChanged',
    'deadlineAdjusted',
    'apologised',
    'stopped',
    'resultIssued',
    'resultRevoked',
    'caseCompleted',
    'returned',
    'returnUndone',
    'storeRead',
    'changedAtPortal',
    'populationChecked',
    'corrected',
    'messageSent',
  ],
  portalRequest: ['refused'],
  populationLookup: ['lookedUp'],
} as const satisfies HistoryVocabulary;

export type DossierAction = (typeof HISTORY)['dossier'][number];

/** A line of a history of this service. */
export const historyLine = historyOf(HISTORY);
