import { DOSSIER_STATUSES, type DossierStatus, PUBLIC_STATUSES, type PublicStatus } from '@motcua/contracts';
import { messageOfMove } from './message-of-move.js';

// The legal moves of a dossier, typed by hand, and what the applicant is told of each (R19).
const MOVES: [DossierStatus, PublicStatus, string | null][] = [
  ['draft', 'registered', 'dossier.registered'],
  ['draft', 'paymentRequired', 'dossier.payment-required'],
  ['registered', 'accepted', 'dossier.accepted'],
  ['registered', 'refused', null],
  ['registered', 'supplementRequired', null],
  ['registered', 'paymentRequired', null],
  ['registered', 'withdrawn', 'dossier.withdrawn'],
  ['accepted', 'processing', 'dossier.processing'],
  ['accepted', 'registered', 'dossier.acceptance-undone'],
  ['processing', 'registered', 'dossier.acceptance-undone'],
  ['accepted', 'supplementRequired', null],
  ['accepted', 'paymentRequired', null],
  ['accepted', 'withdrawn', 'dossier.withdrawn'],
  ['accepted', 'stopped', 'dossier.stopped'],
  ['processing', 'processing', null],
  ['processing', 'supplementRequired', null],
  ['processing', 'paymentRequired', null],
  ['processing', 'withdrawn', 'dossier.withdrawn'],
  ['processing', 'stopped', 'dossier.stopped'],
  ['processing', 'processed', 'dossier.processed'],
  ['supplementRequired', 'registered', 'dossier.registered-after-supplement'],
  ['supplementRequired', 'processing', 'dossier.processing-resumed'],
  ['supplementRequired', 'refused', null],
  ['supplementRequired', 'withdrawn', 'dossier.withdrawn'],
  ['supplementRequired', 'stopped', 'dossier.stopped'],
  ['paymentRequired', 'registered', 'dossier.registered-after-payment'],
  ['paymentRequired', 'accepted', 'dossier.accepted'],
  ['paymentRequired', 'processing', 'dossier.processing-resumed'],
  ['paymentRequired', 'withdrawn', 'dossier.withdrawn'],
  ['paymentRequired', 'stopped', 'dossier.stopped'],
  ['processed', 'returned', null],
  ['returned', 'processed', 'dossier.return-undone'],
];

describe('what is told of a move', () => {
  it.each(MOVES)('%s → %s: %s', (from, to, kind) => {
    expect(messageOfMove(from, to)).toBe(kind);
  });

  it('leaves to another event only a refusal, a supplement request, a return, and a step within the status', () => {
    const silent = DOSSIER_STATUSES.flatMap((from) =>
      PUBLIC_STATUSES.filter((to) => from !== to && messageOfMove(from, to) === null),
    );
    expect([...new Set(silent)].sort()).toEqual(['paymentRequired', 'refused', 'returned', 'supplementRequired']);
  });
});
