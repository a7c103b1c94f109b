import { repeated } from './repeated.js';
import { readSeed, seedFilesIn } from './seed-files.js';
import type { Agency, Person, Procedure } from './seed-shapes.js';

const agencyCodes = new Set(readSeed<Agency[]>('agencies.json').map((agency) => agency.code));
const procedures = seedFilesIn('procedures/').map((path) => [path, readSeed<Procedure>(path)] as const);

describe('the people and policies of the seed', () => {
  const officers = readSeed<(Person & { agencies: string[] })[]>('officers.json');
  const personas = readSeed<(Person & { agency: string | null; citizen_id?: string })[]>('personas.json');

  it('knows only invented people, in existing agencies, each with a persona of the same agency and roles', () => {
    expect(repeated(officers.map((officer) => officer.subject))).toEqual([]);
    expect(repeated(personas.map((persona) => persona.subject))).toEqual([]);
    for (const person of [...officers, ...personas]) {
      expect(person).toMatchObject({ illustrative: true, name: expect.stringMatching(/ Mẫu$/) as string });
    }
    for (const officer of officers) {
      expect(officer.agencies.every((code) => agencyCodes.has(code))).toBe(true);
      const persona = personas.find(({ subject }) => subject === officer.subject);
      expect(persona).toMatchObject({ name: officer.name, agency: officer.agencies[0], roles: officer.roles });
    }
  });

  it('offers the eight personas of the development issuer, the citizen with a 12-digit number', () => {
    const subjects = personas.map((persona) => persona.subject);
    expect(subjects).toEqual(
      expect.arrayContaining([
        'citizen',
        'clerk',
        'specialist',
        'leader',
        'cashier',
        'admin',
        'agency-system',
        'national-portal',
      ]),
    );
    for (const { subject, roles, citizen_id = '' } of personas) {
      const shown = { subject, hasNumber: /^\d{12}$/.test(citizen_id), hasNone: citizen_id === '' };
      const isCitizen = roles.includes('citizen');
      expect(shown).toEqual({ subject, hasNumber: isCitizen, hasNone: !isCitizen });
    }
  });

  it('has an officer of each role in every agency that is competent for a seeded procedure', () => {
    const competent = new Set(procedures.flatMap(([, procedure]) => procedure.agencies ?? []));
    for (const agency of competent) {
      const roles = officers.filter((officer) => officer.agencies.includes(agency)).flatMap((officer) => officer.roles);
      expect({ agency, roles }).toEqual({ agency, roles: ['clerk', 'specialist', 'leader', 'cashier'] });
    }
  });

  it('has the two policies of R17, each with its legal basis, and whom a law exempts', () => {
    expect(readSeed('policies.json')).toMatchObject([
      { code: 'QNG-ONLINE-50', kind: 'fee', basisPoints: 5000, legalBasis: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND' },
      { code: 'QNG-TERM-20', kind: 'term', basisPoints: 2000, validFrom: '2023-06-14' },
      { code: 'MIEN-HO-TICH-CO-CONG', basisPoints: 10_000, beneficiary: { code: 'NGUOI-CO-CONG' } },
      { code: 'MIEN-HO-TICH-HO-NGHEO', basisPoints: 10_000, beneficiary: { code: 'HO-NGHEO' } },
      { code: 'MIEN-HO-TICH-KHUYET-TAT', basisPoints: 10_000, beneficiary: { code: 'NGUOI-KHUYET-TAT' } },
    ]);
  });
});
