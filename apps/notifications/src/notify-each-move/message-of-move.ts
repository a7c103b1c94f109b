import type { DossierStatus, PublicStatus } from '@motcua/contracts';
import type { KindCode } from '../message-kinds/kinds.js';

type KindFor = KindCode | ((from: DossierStatus) => KindCode | null);

/**
 * The kind of message that a move sends to the applicant (R19). Null: another event of the same move, which names the faults or the
 * way of return, sends it.
 */
const KIND_BY_STATUS = {
  registered: (from) =>
    from === 'paymentRequired'
      ? 'dossier.registered-after-payment'
      : from === 'supplementRequired'
        ? 'dossier.registered-after-supplement'
        : from === 'draft'
          ? 'dossier.registered'
          : 'dossier.acceptance-undone',
  // What arises later is told with its reason and amount.
  paymentRequired: (from) => (from === 'draft' ? 'dossier.payment-required' : null),
  accepted: 'dossier.accepted',
  processing: (from) => (from === 'accepted' ? 'dossier.processing' : 'dossier.processing-resumed'),
  withdrawn: 'dossier.withdrawn',
  stopped: 'dossier.stopped',
  processed: (from) => (from === 'returned' ? 'dossier.return-undone' : 'dossier.processed'),
  refused: null,
  supplementRequired: null,
  returned: null,
} as const satisfies Record<PublicStatus, KindFor | null>;

/** Which message tells the applicant of a move; null where another event of the same move tells more. @rule R19 */
export function messageOfMove(from: DossierStatus, to: PublicStatus, reason: string | null = null): KindCode | null {
  // The case went on within its status: notify-who-holds sends who holds it now.
  if (from === to) return null;
  // A request that was taken back: nothing was given, and its own event says why.
  if (from === 'supplementRequired' && to === 'registered' && reason !== null) return null;
  const kind: KindFor | null = KIND_BY_STATUS[to];
  return typeof kind === 'function' ? kind(from) : kind;
}
