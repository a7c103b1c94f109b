import { historyOf, type HistoryVocabulary } from '@motcua/platform';

/** What the histories of this service speak of. An account is named by its dossier's id. */
export const HISTORY = {
  account: [
    'assessed',
    'feeDemanded',
    'assessedAnew',
    'agencyMoved',
    'orderPlaced',
    'orderOpened',
    'orderRefused',
    'orderExpired',
    'confirmationTaken',
    'confirmationAnswered',
    'messageRejected',
    'cashReceiptNamed',
    'looseMoneyAllocated',
    'breakResolved',
    'refundProposed',
    'refundApproved',
    'refundSentBack',
    'refundPaidOut',
    'refundFailed',
    'reversalProposed',
    'reversalTurnedDown',
    'entryReversed',
    'receiptFiled',
    'receiptReplaced',
    'ended',
  ],
  cashDay: ['opened', 'deposited', 'returned', 'counted', 'sentBack', 'closed', 'differenceSettled'],
  break: ['found', 'seenAgain', 'assigned', 'resolved'],
  reconciliation: ['opened', 'compared', 'made'],
  collector: ['entered', 'changed'],
} as const satisfies HistoryVocabulary;

export type AccountAction = (typeof HISTORY)['account'][number];
export type CashDayAction = (typeof HISTORY)['cashDay'][number];

export const line = historyOf(HISTORY);
