import type { DossierStatus, PublicStatus } from '@motcua/contracts';
import type { KindCode } from './kinds.js';

type Told = KindCode | ((from: DossierStatus) => KindCode);

/**
 * What the applicant is told of a move (R19). Null: the same move is told from the event that names what is missing, at
 * fault, or how the result was returned.
 */
const TOLD = {
  registered: (from) =>
    from === 'paymentRequired'
      ? 'dossier.registered-after-payment'
      : from === 'supplementRequired'
        ? 'dossier.registered-after-supplement'
        : 'dossier.registered',
  paymentRequired: 'dossier.payment-required',
  accepted: 'dossier.accepted',
  processing: (from) => (from === 'accepted' ? 'dossier.processing' : 'dossier.processing-resumed'),
  withdrawn: 'dossier.withdrawn',
  stopped: 'dossier.stopped',
  processed: 'dossier.processed',
  refused: null,
  supplementRequired: null,
  returned: null,
} as const satisfies Record<PublicStatus, Told | null>;

export const kindOfMove = (from: DossierStatus, to: PublicStatus): KindCode | null => {
  // The case went on within its status: who holds it now is told from its steps.
  if (from === to) return null;
  const told: Told | null = TOLD[to];
  return typeof told === 'function' ? told(from) : told;
};
