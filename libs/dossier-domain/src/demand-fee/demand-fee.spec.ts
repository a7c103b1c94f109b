import { at, calendar, life, refusalOf, wall } from '../testing.fixture.js';
import { applyCaseStatus } from '../apply-case-status/apply-case-status.js';
import { demandFee } from './demand-fee.js';

const demand = {
  reason: 'Công trình thuộc cấp khác với cấp đã khai',
  earlierDemands: 0,
  termWorkingDays: 2,
  calendar,
  now: at('2026-11-23T15:00:00'),
};

describe('a fee that arises before the acceptance', () => {
  it('leads a registered dossier to status 6, with a deadline in working days (R16)', () => {
    const demanded = demandFee(life('registered'), demand);
    expect(demanded).toMatchObject({ status: 'paymentRequired', number: 1 });
    // Monday 15:00, and the 24th is a holiday.
    expect(wall(demanded.deadlineAt)).toBe('2026-11-26T15:00:00');
  });

  it('is refused with both statuses named elsewhere, and without a reason (R21)', () => {
    expect(refusalOf(() => demandFee(life('accepted', true), demand))).toMatchObject({
      code: 'DOSSIER.ACTION_NOT_ALLOWED',
      evidence: { dossierStatus: 'accepted', targetStatus: 'paymentRequired' },
    });
    expect(refusalOf(() => demandFee(life('registered'), { ...demand, reason: ' ' })).faults).toEqual([
      '/reason DOSSIER.FIELD_REQUIRED',
    ]);
  });

  it.each([
    ['accepted', null],
    ['processing', 'processing'],
  ] as const)(
    'that the case finds leads an %s dossier to status 6 and, when paid, back',
    (status, paymentReturnsTo) => {
      const applied = applyCaseStatus(life(status, true), 'paymentRequired', demand.now);
      expect(applied.changes.map(({ to }) => to)).toEqual(['paymentRequired']);
      expect(applied.paymentReturnsTo).toBe(paymentReturnsTo);
    },
  );
});
