import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { DOSSIER_STATUSES } from '../life/statuses.js';
import { at, life, refusalOf } from '../testing.fixture.js';
import { assertPaid, HOW_TO_PAY } from './assert-paid.js';
import { returnResult, type ReturnCommand } from './return-result.js';

const command: ReturnCommand = {
  method: 'post',
  trackingNumber: 'EMS000000001VN',
  owed: 0,
  cashReceiptNumber: null,
  results: [],
  otherDues: [],
  now: at('2026-12-02T10:00:00'),
};

describe('returning a result', () => {
  it('ends the life of the dossier', () => {
    expect(returnResult(life('processed', true), command)).toEqual({
      status: 'returned',
      returnedAt: command.now,
      method: 'post',
      trackingNumber: 'EMS000000001VN',
    });
  });

  it.each(['counter', 'online', 'post'] as const)('by the method %s may do without a tracking number', (method) => {
    expect(returnResult(life('processed', true), { ...command, method, trackingNumber: null })).toMatchObject({
      method,
    });
  });

  it('waits for a fee that is due before it (R16)', () => {
    expect(refusalOf(() => returnResult(life('processed', true), { ...command, owed: 50_000 }))).toEqual({
      code: 'DOSSIER.FEE_UNPAID',
      evidence: { owed: 50_000 },
      faults: [],
    });
  });

  it('waits for the proof of what another body collects, where that holds it back (R16)', () => {
    const due = {
      number: 1,
      name: 'Tiền phạt',
      amount: 500_000,
      collector: 'Thuế cơ sở 2',
      proof: null,
      cancelled: null,
    };
    const withDue = (holdsBack: boolean): ReturnCommand => ({ ...command, otherDues: [{ ...due, holdsBack }] });
    expect(refusalOf(() => returnResult(life('processed', true), withDue(true))).code).toBe('DOSSIER.OTHER_DUE_UNPAID');
    expect(returnResult(life('processed', true), withDue(false)).status).toBe('returned');
  });

  it('waits for the receipt that was named at acceptance and that no cashier has recorded (R16)', () => {
    const named = { ...command, owed: 800_000, cashReceiptNumber: 'BL-0001' };
    expect(refusalOf(() => returnResult(life('processed', true), named))).toMatchObject({
      code: 'DOSSIER.FEE_UNPAID',
      evidence: { owed: 800_000, cashReceiptNumber: 'BL-0001' },
    });
  });

  it('says how much is owed and how to pay it, or which receipt is not recorded', () => {
    const said = (cashReceiptNumber: string | null) => ({
      detail: {
        vi: expect.stringMatching(
          cashReceiptNumber === null ? `^Còn phải nộp 800.000 đồng. ${HOW_TO_PAY.vi}$` : 'BL-1',
        ),
        en: expect.stringMatching(cashReceiptNumber === null ? `^800.000 đồng is owed. ${HOW_TO_PAY.en}$` : 'BL-1'),
      },
    });
    for (const receipt of [null, 'BL-1'])
      expect(() => assertPaid({ owed: 800_000, cashReceiptNumber: receipt })).toThrow(
        expect.objectContaining(said(receipt)),
      );
    expect(() => assertPaid({ owed: 0, cashReceiptNumber: 'BL-1' })).not.toThrow();
  });

  it('is refused while every result is revoked or has expired, and says why (R20)', () => {
    const revoked = {
      number: '15/GP-SNNMT',
      validUntil: null,
      revokedAt: at('2026-12-01T09:00:00'),
      revokedReason: 'Cấp sai',
    };
    const expired = { number: '16/GP-SNNMT', validUntil: '2026-12-01', revokedAt: null, revokedReason: null };
    const back = (results: ReturnCommand['results']) => () =>
      returnResult(life('processed', true), { ...command, results });
    expect(refusalOf(back([revoked, expired]))).toMatchObject({
      code: 'DOSSIER.NO_VALID_RESULT',
      evidence: {
        results: [
          { number: '15/GP-SNNMT', revokedAt: '2026-12-01T09:00:00+07:00', revokedReason: 'Cấp sai' },
          { number: '16/GP-SNNMT', validUntil: '2026-12-01' },
        ],
      },
    });
    expect(back([revoked, { ...expired, validUntil: '2026-12-02' }])()).toMatchObject({ status: 'returned' });
  });

  it.each([
    ['post', ' '],
    ['counter', 'EMS000000001VN'],
    ['online', 'EMS000000001VN'],
  ] as const)('by %s is refused with the tracking number %j', (method, trackingNumber) => {
    expect(
      refusalOf(() => returnResult(life('processed', true), { ...command, method, trackingNumber })),
    ).toMatchObject({
      code: 'DOSSIER.INPUT_INVALID',
      faults: ['/trackingNumber DOSSIER.TRACKING_NUMBER_INVALID'],
    });
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'processed'))('is refused when it is %s', (status) => {
    expect(() => returnResult(life(status, true), command)).toThrow(MoveNotAllowed);
  });
});
