import { DOSSIER_STATUSES } from '../life/statuses.js';
import { at, calendar, life, wall } from '../testing.fixture.js';
import { settlePayment, type Settlement } from './settle-payment.js';

const settlement: Settlement = {
  channel: 'online',
  cameFrom: 'registered',
  settled: true,
  paidAt: at('2026-11-24T09:20:00'),
  calendar,
};

describe('a payment', () => {
  it('registers the dossier, and the 8 working hours of its reception start (R6)', () => {
    const settled = settlePayment(life('paymentRequired'), settlement);
    expect(settled?.status).toBe('registered');
    // Paid on a day off: from Wednesday 07:00.
    expect(wall(settled?.receptionDueAt ?? null)).toBe('2026-11-25T17:00:00');
  });

  it('of a dossier from the counter starts no reception deadline', () => {
    expect(settlePayment(life('paymentRequired'), { ...settlement, channel: 'counter' })).toEqual({
      status: 'registered',
      receptionDueAt: null,
    });
  });

  it.each(['accepted', 'processing'] as const)('leads back to %s where the dossier came from there', (cameFrom) => {
    expect(settlePayment(life('paymentRequired', true), { ...settlement, cameFrom })).toEqual({
      status: cameFrom,
      receptionDueAt: null,
    });
  });

  it('changes nothing while a part is still owed', () => {
    expect(settlePayment(life('paymentRequired'), { ...settlement, settled: false })).toBeNull();
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'paymentRequired'))(
    'changes no status of a dossier that is %s',
    (status) => {
      expect(settlePayment(life(status), settlement)).toBeNull();
      expect(settlePayment(life(status, true), settlement)).toBeNull();
    },
  );
});
