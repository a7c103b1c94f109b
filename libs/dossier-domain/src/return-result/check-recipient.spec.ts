import { NO_PARTIES, type Parties, type Power } from '../parties/parties.js';
import { checkRecipient, type Recipient } from './check-recipient.js';

const SPOUSE = { type: 'citizenId', number: '051099000024' } as const;
const NEPHEW = { type: 'citizenId', number: '051185000031' } as const;
const partiesWith = (...powers: Power[]): Parties => ({
  coApplicants: [{ identity: SPOUSE, fullName: 'Võ Văn Mẫu' }],
  authorisedPerson: { identity: NEPHEW, fullName: 'Trịnh Văn Mẫu', authorisation: 'Số 12/2026', powers },
});
const faultsOf = (
  recipient: Recipient | null,
  parties = partiesWith('collect'),
  method: 'counter' | 'post' = 'counter',
) => checkRecipient(recipient, method, parties).map(({ pointer, code }) => `${pointer} ${code}`);

describe('who receives a result', () => {
  it('is said at the counter, and not where the post brings it', () => {
    expect(faultsOf(null)).toEqual(['/receivedBy DOSSIER.RECIPIENT_REQUIRED']);
    expect(faultsOf(null, partiesWith(), 'post')).toEqual([]);
    expect(faultsOf({ capacity: 'applicant' })).toEqual([]);
  });

  it('is a co-applicant of this dossier', () => {
    expect(faultsOf({ capacity: 'coApplicant', identity: SPOUSE })).toEqual([]);
    const another = { identity: { ...SPOUSE, number: '051099000025' }, fullName: 'Võ Thị Mẫu' };
    const two = { ...partiesWith(), coApplicants: [...partiesWith().coApplicants, another] };
    expect(faultsOf({ capacity: 'coApplicant', identity: SPOUSE }, two)).toEqual([]);
    for (const identity of [NEPHEW, { ...SPOUSE, type: 'oldId' as const }])
      expect(faultsOf({ capacity: 'coApplicant', identity })).toEqual(['/receivedBy/identity DOSSIER.NO_COAPPLICANT']);
  });

  it('is who the dossier authorises to collect; anybody else by an authorisation, with an identity', () => {
    expect(faultsOf({ capacity: 'authorised', identity: NEPHEW })).toEqual([]);
    const needed = ['/receivedBy/authorisation DOSSIER.AUTHORISATION_REQUIRED'];
    expect(faultsOf({ capacity: 'authorised', identity: NEPHEW }, partiesWith('withdraw'))).toEqual(needed);
    expect(faultsOf({ capacity: 'authorised', identity: SPOUSE })).toEqual(needed);
    expect(checkRecipient({ capacity: 'authorised', authorisation: ' ' }, 'counter', NO_PARTIES)).toHaveLength(2);
    expect(faultsOf({ capacity: 'authorised', identity: SPOUSE, authorisation: 'Số 13/2026' })).toEqual([]);
  });
});
