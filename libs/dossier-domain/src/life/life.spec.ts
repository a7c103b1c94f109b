import { allowedActions } from './actions.js';
import { MoveNotAllowed } from './move-not-allowed.js';
import { type Move, MOVES, statusAfter } from './moves.js';
import { ENDED } from './status-sets.js';
import { DOSSIER_STATUSES, type DossierStatus, STATUSES } from './statuses.js';

// The law, typed by hand: number of the status (0 for a draft) to the numbers that may follow.
const LEGAL: Record<number, readonly number[]> = {
  0: [1, 6],
  1: [2, 3, 5, 6, 7],
  2: [1, 4, 5, 6, 7, 8],
  3: [],
  4: [1, 4, 5, 6, 7, 8, 9],
  5: [1, 3, 4, 7, 8],
  6: [1, 2, 4, 7, 8],
  7: [],
  8: [],
  9: [10],
  10: [9],
};

const NUMBERS: Record<DossierStatus, number> = {
  draft: 0,
  registered: 1,
  accepted: 2,
  refused: 3,
  processing: 4,
  supplementRequired: 5,
  paymentRequired: 6,
  withdrawn: 7,
  stopped: 8,
  processed: 9,
  returned: 10,
};

// Each move with its from, to, and whether the dossier was accepted before, where 5 and 6 leave that open.
const BY_HAND: readonly (readonly [Move, DossierStatus, DossierStatus, boolean?])[] = [
  ['submit', 'draft', 'registered'],
  ['submitOwingFee', 'draft', 'paymentRequired'],
  ['accept', 'registered', 'accepted'],
  ['acceptWithCashReceipt', 'paymentRequired', 'accepted', false],
  ['refuse', 'registered', 'refused'],
  ['refuse', 'supplementRequired', 'refused', false],
  ['requestSupplement', 'registered', 'supplementRequired'],
  ['completeSupplement', 'supplementRequired', 'registered', false],
  ['cancelSupplement', 'supplementRequired', 'registered', false],
  ['expireSupplement', 'supplementRequired', 'refused', false],
  ['withdraw', 'registered', 'withdrawn'],
  ['withdraw', 'supplementRequired', 'withdrawn', false],
  ['withdraw', 'paymentRequired', 'withdrawn', false],
  ['abandon', 'paymentRequired', 'withdrawn', false],
  ['return', 'processed', 'returned'],
  ['undoReturn', 'returned', 'processed'],
  ['demandFee', 'registered', 'paymentRequired'],
  ['demandFeeOfCase', 'accepted', 'paymentRequired'],
  ['demandFeeOfCase', 'processing', 'paymentRequired'],
  ['payBeforeReception', 'paymentRequired', 'registered', false],
  ['payAfterAcceptance', 'paymentRequired', 'accepted', true],
  ['payWhileProcessing', 'paymentRequired', 'processing', true],
  ['startCase', 'accepted', 'processing'],
  ['continueCase', 'processing', 'processing'],
  ['requestSupplementOfCase', 'accepted', 'supplementRequired'],
  ['requestSupplementOfCase', 'processing', 'supplementRequired'],
  ['completeSupplementOfCase', 'supplementRequired', 'processing', true],
  ['withdrawCase', 'accepted', 'withdrawn'],
  ['withdrawCase', 'processing', 'withdrawn'],
  ['withdrawCase', 'supplementRequired', 'withdrawn', true],
  ['withdrawCase', 'paymentRequired', 'withdrawn', true],
  ['stopCase', 'accepted', 'stopped'],
  ['stopCase', 'processing', 'stopped'],
  ['stopCase', 'supplementRequired', 'stopped', true],
  ['stopCase', 'paymentRequired', 'stopped', true],
  ['undoAcceptance', 'accepted', 'registered'],
  ['undoAcceptance', 'processing', 'registered'],
  ['completeCase', 'processing', 'processed'],
];

const OPEN: readonly DossierStatus[] = ['supplementRequired', 'paymentRequired'];
const everyCase = (Object.keys(MOVES) as Move[]).flatMap((move) =>
  DOSSIER_STATUSES.flatMap((from) =>
    (OPEN.includes(from) ? [false, true] : [undefined]).map((accepted) => ({ move, from, accepted })),
  ),
);
const everyOther = everyCase.filter(
  ({ move, from, accepted }) => !BY_HAND.some(([m, f, , a]) => m === move && f === from && a === accepted),
);

describe('the life of a dossier', () => {
  it('knows the ten national statuses by number and Vietnamese name', () => {
    expect(Object.values(STATUSES).map(({ number, name }) => [number, name.vi])).toEqual([
      [null, 'bản nháp'],
      [1, 'mới đăng ký'],
      [2, 'được tiếp nhận'],
      [3, 'không được tiếp nhận'],
      [4, 'đang xử lý'],
      [5, 'yêu cầu bổ sung giấy tờ'],
      [6, 'yêu cầu thực hiện nghĩa vụ tài chính'],
      [7, 'công dân rút hồ sơ'],
      [8, 'dừng xử lý'],
      [9, 'đã xử lý xong'],
      [10, 'đã trả kết quả'],
    ]);
  });

  it('has every legal move and no other', () => {
    const moves: Record<number, Set<number>> = {};
    for (const { from, to } of Object.values(MOVES)) {
      for (const status of from) (moves[NUMBERS[status]] ??= new Set()).add(NUMBERS[to]);
    }
    const inTable = Object.fromEntries(
      Object.values(NUMBERS).map((number) => [number, [...(moves[number] ?? [])].sort((a, b) => a - b)]),
    );
    expect(inTable).toEqual(LEGAL);
  });

  it.each(BY_HAND.map(([move, from, to, accepted]) => ({ move, from, to, accepted })))(
    '$move moves a dossier from $from to $to',
    ({ move, from, to, accepted }) => {
      expect(statusAfter(move, from, accepted)).toBe(to);
    },
  );

  it.each(everyOther)('refuses to $move from $from (accepted before: $accepted)', ({ move, from, accepted }) => {
    expect(() => statusAfter(move, from, accepted)).toThrow(MoveNotAllowed);
  });

  it('names both statuses, and what is possible instead, when it refuses', () => {
    const refused = (() => {
      try {
        return statusAfter('accept', 'supplementRequired');
      } catch (error) {
        return error as MoveNotAllowed;
      }
    })();
    expect(refused).toMatchObject({
      code: 'DOSSIER.ACTION_NOT_ALLOWED',
      evidence: {
        action: 'accept',
        dossierStatus: 'supplementRequired',
        targetStatus: 'accepted',
        allowedActions: [
          'refuse',
          'forward',
          'withdraw',
          'completeSupplement',
          'takeAsEnough',
          'cancelSupplement',
          'moveSupplementDeadline',
          'correct',
          'changeContact',
        ],
      },
      detail: { vi: 'Hồ sơ đang ở trạng thái “yêu cầu bổ sung giấy tờ”, không thể chuyển sang “được tiếp nhận”.' },
    });
  });

  it('calls a move by what the person asked for', () => {
    expect(() => statusAfter('submitOwingFee', 'registered')).toThrow(
      expect.objectContaining({ evidence: expect.objectContaining({ action: 'submit' }) }),
    );
  });

  it.each([
    ['draft', false, ['edit', 'submit', 'delete']],
    [
      'registered',
      false,
      ['accept', 'refuse', 'requestSupplement', 'demandFee', 'forward', 'withdraw', 'correct', 'changeContact'],
    ],
    [
      'supplementRequired',
      false,
      [
        'refuse',
        'forward',
        'withdraw',
        'completeSupplement',
        'takeAsEnough',
        'cancelSupplement',
        'moveSupplementDeadline',
        'correct',
        'changeContact',
      ],
    ],
    ['paymentRequired', false, ['accept', 'forward', 'withdraw', 'correct', 'changeContact']],
    ['accepted', true, ['withdraw', 'correct', 'changeContact']],
    ['processing', true, ['withdraw', 'correct', 'changeContact']],
    ['supplementRequired', true, ['withdraw', 'completeSupplement', 'correct', 'changeContact']],
    ['paymentRequired', true, ['withdraw', 'correct', 'changeContact']],
    ['processed', true, ['return', 'correct', 'changeContact']],
    ['refused', false, []],
    ['withdrawn', false, []],
    ['withdrawn', true, []],
    ['stopped', true, []],
    ['returned', true, ['undoReturn']],
  ] as const)('offers a %s dossier (accepted before: %s) %j', (status, everAccepted, actions) => {
    expect(allowedActions(status, { everAccepted })).toEqual(actions);
  });

  it('ends its life as refused, withdrawn, stopped or returned', () => {
    const numbers = (set: ReadonlySet<DossierStatus>) =>
      [...set].map((status) => NUMBERS[status]).sort((a, b) => a - b);
    expect(numbers(ENDED)).toEqual([3, 7, 8, 10]);
  });
});
