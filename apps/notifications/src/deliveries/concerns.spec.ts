import { concerns } from './concerns.js';

const coApplicant = { role: 'coApplicant', powers: [] } as const;
const authorised = (...powers: ('supplement' | 'withdraw' | 'collect' | 'pay')[]) =>
  ({ role: 'authorisedPerson', powers }) as const;

describe('a message to the applicant', () => {
  it('is one for a co-applicant, but for what is between the applicant and the office, and for refunds', () => {
    expect(concerns('dossier.accepted', coApplicant)).toBe(true);
    expect(concerns('dossier.supplement-requested', coApplicant)).toBe(true);
    expect(concerns('dossier.message-from-office', coApplicant)).toBe(false);
    expect(concerns('payment.refund-paid', coApplicant)).toBe(false);
  });

  it('is one for who is authorised where it tells what becomes of the dossier, or asks what the powers cover', () => {
    expect(concerns('dossier.refused', authorised())).toBe(true);
    expect(concerns('dossier.supplement-requested', authorised())).toBe(false);
    expect(concerns('dossier.supplement-requested', authorised('supplement'))).toBe(true);
    expect(concerns('dossier.processed', authorised('supplement', 'pay'))).toBe(false);
    expect(concerns('dossier.processed', authorised('collect'))).toBe(true);
    expect(concerns('dossier.fee-demanded', authorised('pay'))).toBe(true);
    expect(concerns('case.withdrawal-refused', authorised('withdraw'))).toBe(true);
    expect(concerns('dossier.handed-over', authorised('collect', 'pay'))).toBe(false);
  });
});
