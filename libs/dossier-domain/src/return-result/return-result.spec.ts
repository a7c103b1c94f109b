import { MoveNotAllowed } from '../life/move-not-allowed.js';
import { DOSSIER_STATUSES } from '../life/statuses.js';
import { at, life, refusalOf } from '../testing.fixture.js';
import { returnResult, type ReturnCommand } from './return-result.js';

const command: ReturnCommand = {
  method: 'post',
  trackingNumber: 'EMS000000001VN',
  unpaidBeforeReturn: 0,
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
    expect(refusalOf(() => returnResult(life('processed', true), { ...command, unpaidBeforeReturn: 50_000 }))).toEqual({
      code: 'DOSSIER.FEE_UNPAID',
      evidence: { owed: 50_000 },
      faults: [],
    });
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
