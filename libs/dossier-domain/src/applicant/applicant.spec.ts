import { applicant, at } from '../testing.fixture.js';
import type { ApplicantKind, IdentityType } from './applicant.js';
import { checkApplicant } from './check-applicant.js';
import { checkIdentity } from './check-identity.js';

const now = at('2026-11-23T15:00:00');
const codes = (kind: ApplicantKind, type: IdentityType, number: string): string[] =>
  checkIdentity(kind, { type, number }, now).map((found) => `${found.pointer} ${found.code}`);

describe('an identity', () => {
  it.each([
    ['citizen', 'citizenId', '051199000017'],
    ['citizen', 'oldId', '000000001'],
    ['citizen', 'passport', 'X0000001'],
    ['enterprise', 'taxCode', '0000000017'],
    ['stateAgency', 'agencyIdentifier', 'H48.12'],
    ['stateAgency', 'agencyIdentifier', '000.00.12.H48'],
    ['stateAgency', 'taxCode', '0000000017-001'],
    ['other', 'taxCode', '0000000017001'],
    ['enterprise', 'taxCode', '051199000017'], // a household business, since July 2025
    ['other', 'registrationNumber', '12/QĐ-UBND'],
    ['stateAgency', 'registrationNumber', '1234/GP-BNV.2019'],
  ] as const)('of a %s may be the %s %s', (kind, type, number) => {
    expect(codes(kind, type, number)).toEqual([]);
  });

  it.each([
    ['citizenId', '000199000017', 'CITIZEN_ID'], // no province 000
    ['citizenId', '097199000017', 'CITIZEN_ID'], // no province 097
    ['citizenId', '999999999999', 'CITIZEN_ID'],
    ['citizenId', '097299', 'CITIZEN_ID'],
    ['citizenId', '05119900001a', 'CITIZEN_ID'],
    ['citizenId', '05119900001７', 'CITIZEN_ID'], // a full-width digit
    ['citizenId', ' 051199000017', 'CITIZEN_ID'],
    ['citizenId', '051199000017\n', 'CITIZEN_ID'],
    ['oldId', '00000000', 'OLD_ID'],
    ['oldId', '0000000001', 'OLD_ID'],
    ['passport', 'x0000001', 'PASSPORT'],
    ['passport', 'PASSPORT', 'PASSPORT'],
    ['passport', 'X1', 'PASSPORT'],
  ] as const)('of a citizen cannot be the %s %j', (type, number, code) => {
    expect(codes('citizen', type, number)).toEqual([`/applicant/identity/number DOSSIER.${code}_INVALID`]);
  });

  it('may be of the first and of the last province', () => {
    for (const province of ['001', '096'])
      expect(codes('citizen', 'citizenId', [province, '199', '000017'].join(''))).toEqual([]);
  });

  it('cannot be of somebody who is not born yet', () => {
    const idOf = (century: number, year: string) => ['051', century, year, '000000'].join('');
    expect(codes('citizen', 'citizenId', idOf(2, '26'))).toEqual([]);
    expect(codes('citizen', 'citizenId', idOf(2, '27'))).toEqual([
      '/applicant/identity/number DOSSIER.CITIZEN_ID_INVALID',
    ]);
    expect(codes('citizen', 'citizenId', idOf(5, '00'))).toHaveLength(1);
  });

  it.each([
    ['citizen', 'taxCode', '0000000017'],
    ['citizen', 'agencyIdentifier', 'H48.12'],
    ['enterprise', 'citizenId', '051199000017'],
    ['enterprise', 'registrationNumber', '12/QĐ-UBND'],
    ['stateAgency', 'passport', 'X0000001'],
  ] as const)('of a %s is no %s', (kind, type, number) => {
    expect(codes(kind, type, number)).toEqual(['/applicant/identity/type DOSSIER.IDENTITY_TYPE_UNFIT']);
  });
});

describe('a tax code', () => {
  // Check digits worked out by hand: 10 − (31a + 29b + 23c + 19d + 17e + 13f + 7g + 5h + 3i) mod 11.
  it.each([
    '0100109106', // 29 + 17 + 63 + 5 = 114 = 10 × 11 + 4
    '0000000017', // 3
    '0000000024', // 6
    '0000000031', // 9
    '0000000049', // 12 = 11 + 1
    '1000000001', // 31 = 2 × 11 + 9
    '0100000003', // 29 = 2 × 11 + 7
    '0010000009', // 23 = 2 × 11 + 1
    '0001000002', // 19 = 11 + 8
    '0000100004', // 17 = 11 + 6
    '0000010008', // 13 = 11 + 2
    '0000001003', // 7
    '0000000105', // 5
  ])('%s has its check digit', (number) => {
    expect(codes('enterprise', 'taxCode', number)).toEqual([]);
  });

  it.each(['0100109107', '0100109105', '010010910', '01001091060', '0100109106-01', '0100109106-0011', '010010910A'])(
    '%s is none',
    (number) => {
      expect(codes('enterprise', 'taxCode', number)).toEqual(['/applicant/identity/number DOSSIER.TAX_CODE_INVALID']);
    },
  );

  it('that would need the check digit 10 was never issued', () => {
    // 31 × 0 + … + 7 × 1 + 5 × 0 + 3 × 5 = 22, which leaves 0.
    for (let digit = 0; digit <= 9; digit++) {
      expect(codes('enterprise', 'taxCode', `000000105${digit}`)).toHaveLength(1);
    }
  });
});

describe('a body without a tax code', () => {
  it.each(['QĐ-UBND', '1', '1@2', '-12/QĐ', '1'.repeat(40)])('is not known by %s', (number) => {
    expect(codes('other', 'registrationNumber', number)).toEqual([
      '/applicant/identity/number DOSSIER.REGISTRATION_NUMBER_INVALID',
    ]);
  });
});

describe('an applicant', () => {
  it('whose particulars are right has no faults', () => {
    expect(checkApplicant(applicant, now)).toEqual([]);
    expect(checkApplicant({ ...applicant, phone: null, email: undefined }, now)).toEqual([]);
  });

  it('learns of everything that is wrong at once, in both languages', () => {
    const faults = checkApplicant(
      {
        kind: 'citizen',
        identity: { type: 'citizenId', number: '1' },
        fullName: ' ',
        phone: '09-00',
        email: 'mau at example',
      },
      now,
    );
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/applicant/identity/number DOSSIER.CITIZEN_ID_INVALID',
      '/applicant/fullName DOSSIER.FIELD_REQUIRED',
      '/applicant/phone DOSSIER.PHONE_INVALID',
      '/applicant/email DOSSIER.EMAIL_INVALID',
    ]);
    for (const { detail } of faults) expect([detail.vi, detail.en].every((text) => /\S/.test(text))).toBe(true);
  });

  it('is never quoted in a fault: numbers and names are personal data', () => {
    const faults = checkApplicant({ ...applicant, identity: { type: 'citizenId', number: '999999999999' } }, now);
    expect(JSON.stringify(faults)).not.toContain('999999999999');
  });
});
