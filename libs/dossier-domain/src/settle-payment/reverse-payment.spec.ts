import { DOSSIER_STATUSES } from '../life/statuses.js';
import { life } from '../testing.fixture.js';
import { statusAfterReversal } from './reverse-payment.js';

describe('a payment that was a mistake of the counter', () => {
  it('lets a dossier that awaits its reception wait for its fee again (R16)', () => {
    expect(statusAfterReversal(life('registered'), true)).toBe('paymentRequired');
  });

  it('changes nothing where what is owed again is due before the return only', () => {
    expect(statusAfterReversal(life('registered'), false)).toBeNull();
  });

  it.each(DOSSIER_STATUSES.filter((status) => status !== 'registered'))('takes no %s dossier back', (status) => {
    expect(statusAfterReversal(life(status), true)).toBeNull();
    expect(statusAfterReversal(life(status, true), true)).toBeNull();
  });
});
