import { MOVES, type Move } from '../life/moves.js';
import type { DossierStatus, Life, PublicStatus } from '../life/statuses.js';

/** Statuses that the case decides between acceptance and the return. */
export type CaseStatus =
  'processing' | 'supplementRequired' | 'paymentRequired' | 'withdrawn' | 'stopped' | 'processed';

interface StatusChange {
  readonly from: DossierStatus;
  readonly to: PublicStatus;
  readonly at: Temporal.Instant;
}

interface CaseStatusApplied {
  /** In order; none where the dossier is there already. */
  readonly changes: readonly StatusChange[];
  /** Where a payment leads back to, when a fee is awaited meanwhile; else null. */
  readonly paymentReturnsTo: 'processing' | null;
  /** The case says what no legal move leads to: nothing changes, and a person should look. */
  readonly unexpected: boolean;
}

// What the one-stop decides, such as to take a return back, no case does.
const CASE_MOVES = (Object.keys(MOVES) as Move[]).filter((move) => MOVES[move].decider !== 'intake');

const isLegal = (from: DossierStatus, to: PublicStatus): boolean =>
  CASE_MOVES.some((move) => (MOVES[move].from as readonly DossierStatus[]).includes(from) && MOVES[move].to === to);

/**
 * What the case has decided, as fact: never refused. A status that has no direct move passes through `processing` at the
 * same instant, as from `accepted` to `processed`. A start while a fee is awaited waits for the payment.
 */
export function applyCaseStatus(life: Life, to: CaseStatus, at: Temporal.Instant): CaseStatusApplied {
  const { status: from, everAccepted } = life;
  const applied = (...path: PublicStatus[]): CaseStatusApplied => ({
    changes: path.map((next, index) => ({ from: path[index - 1] ?? from, to: next, at })),
    paymentReturnsTo: null,
    unexpected: false,
  });
  if (from === to) return applied();
  if (!everAccepted) return { ...applied(), unexpected: true };
  if (from === 'paymentRequired' && to === 'processing') return { ...applied(), paymentReturnsTo: 'processing' };
  if (to === 'paymentRequired' && from === 'processing') return { ...applied(to), paymentReturnsTo: 'processing' };
  if (isLegal(from, to)) return applied(to);
  if (isLegal(from, 'processing') && isLegal('processing', to)) return applied('processing', to);
  return { ...applied(), unexpected: true };
}
