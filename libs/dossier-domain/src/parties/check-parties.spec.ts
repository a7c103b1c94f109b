import { applicant, at } from '../testing.fixture.js';
import { checkParties } from './check-parties.js';
import { type AuthorisedPerson, NO_PARTIES, POWER_OF_ATTORNEY } from './parties.js';

const NOW = at('2026-11-23T08:00:00');
const SPOUSE = { identity: { type: 'citizenId', number: '051099000024' }, fullName: 'Võ Văn Mẫu' } as const;
const NEPHEW: AuthorisedPerson = {
  identity: { type: 'citizenId', number: '051185000031' },
  fullName: 'Trịnh Văn Mẫu',
  authorisation: 'Giấy ủy quyền số 12/2026 ngày 20/11/2026',
  powers: ['collect'],
};
const faultsOf = (parties: object, attached: readonly string[] = [POWER_OF_ATTORNEY]): string[] =>
  checkParties({ ...NO_PARTIES, ...parties }, { applicant, attached }, NOW).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

describe('who has a part in a dossier beside its applicant', () => {
  it('is nobody, a spouse, or who hands in by an authorisation that is attached', () => {
    expect(faultsOf({}, [])).toEqual([]);
    expect(faultsOf({ coApplicants: [SPOUSE] }, [])).toEqual([]);
    expect(faultsOf({ coApplicants: [SPOUSE], authorisedPerson: NEPHEW })).toEqual([]);
    // One spouse may hand in for both.
    expect(faultsOf({ coApplicants: [SPOUSE], authorisedPerson: { ...NEPHEW, identity: SPOUSE.identity } })).toEqual(
      [],
    );
  });

  it('shows the paper of the authorisation, and says its number', () => {
    expect(faultsOf({ authorisedPerson: { ...NEPHEW, authorisation: ' ' } }, [])).toEqual([
      '/authorisedPerson/authorisation DOSSIER.FIELD_REQUIRED',
      '/authorisedPerson DOSSIER.POWER_OF_ATTORNEY_MISSING',
    ]);
  });

  it('is named once, with a number that exists', () => {
    const { identity } = applicant;
    expect(
      faultsOf({
        coApplicants: [SPOUSE, { ...SPOUSE, phone: '12' }, { identity, fullName: '' }],
        authorisedPerson: { ...NEPHEW, identity },
      }),
    ).toEqual([
      '/coApplicants/1/phone DOSSIER.PHONE_INVALID',
      '/coApplicants/1/identity DOSSIER.PARTY_TWICE',
      '/coApplicants/2/fullName DOSSIER.FIELD_REQUIRED',
      '/coApplicants/2/identity DOSSIER.PARTY_TWICE',
      '/authorisedPerson/identity DOSSIER.PARTY_TWICE',
    ]);
    const oldId = { type: 'oldId', number: '1' };
    expect(faultsOf({ coApplicants: [{ ...SPOUSE, identity: oldId }] })).toEqual([
      '/coApplicants/0/identity/number DOSSIER.OLD_ID_INVALID',
    ]);
  });
});
