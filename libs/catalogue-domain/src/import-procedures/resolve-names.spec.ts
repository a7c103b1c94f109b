import { agency, definition } from '../testing.fixture.js';
import { type ImportedDraft, Remarks } from './imported-draft.js';
import { KnownNames } from './known-names.js';
import { resolveNames } from './resolve-names.js';

const field = (code: string, name: string) => ({ code, name, revision: 1 });
const named = (code: string, name: string, active = true) => ({
  ...agency,
  code,
  legacyCode: `${code}-cũ`,
  name,
  active,
});
const KNOWN = new KnownNames(
  [field('G10-NN12', 'Thú y'), field('G03-GD10', 'Giáo dục'), field('G03-GD11', 'Giáo dục')],
  [
    { ...agency, legacyCode: '000.00.12.H48' },
    named('H48.13', 'Sở Công Thương'),
    { ...named('H48.30', 'Sở Xây dựng'), legacyCode: '000.00.15.H48' },
    named('H48.31', 'Phòng Y tế'),
    named('H48.32', 'Phòng Y tế'),
    named('H48.14', 'Sở Kế hoạch và Đầu tư', false),
  ],
);

function read(given: Partial<Pick<ImportedDraft, 'fields' | 'agencies'>>) {
  const remarks = new Remarks();
  const draft: ImportedDraft = {
    code: '1.001686',
    definition: { ...definition, field: { code: null, name: given.fields?.[0]?.name ?? '' } },
    ...{
      fields: [],
      agencies: [{ code: 'H48.12', name: 'x' }],
      tariff: undefined,
      tariffFrom: null,
      saysFree: false,
      remarks,
    },
    ...given,
  };
  const { field: found, competentAgencies, competentLevel } = resolveNames(draft, KNOWN);
  const questions = remarks.questions.map(({ code, pointer, question }) => [code, pointer, question.en]);
  return { field: found, competentAgencies, competentLevel, questions, notes: remarks.notes.map(({ code }) => code) };
}
function agencies(...given: (readonly [code: string | null, name: string])[]) {
  const { competentAgencies, competentLevel, questions } = read({
    fields: [{ code: 'G10-NN12', name: 'Thú y' }],
    agencies: given.map(([code, name]) => ({ code, name })),
  });
  return { competentAgencies, competentLevel, questions };
}
const unresolved = (said: string) => [
  ['AGENCY_UNRESOLVED', '/competentAgencies', `The competent agency could not be resolved: ${said}.`],
];

describe('the field of an imported procedure', () => {
  const fieldOf = (code: string | null, name: string) => read({ fields: [{ code, name }] });

  it('is that of the catalogue by its code, else by its name, with or without diacritics', () => {
    expect(fieldOf('G10-NN12', 'anything')).toMatchObject({
      field: { code: 'G10-NN12', name: 'Thú y' },
      questions: [],
    });
    expect(fieldOf(null, 'THU Y')).toMatchObject({ field: { code: 'G10-NN12', name: 'Thú y' }, questions: [] });
  });

  it('is added with its code where the catalogue does not know it', () => {
    expect(fieldOf('G99', 'Lĩnh vực mới')).toMatchObject({
      ...{ field: { code: 'G99', name: 'Lĩnh vực mới' }, questions: [], notes: ['FIELD_NEW'] },
    });
  });

  it.each([
    ['its name is unknown', { fields: [{ code: null, name: 'Lạ' }] }, 'Lạ'],
    ['two fields have its name', { fields: [{ code: null, name: 'Giáo dục' }] }, 'Giáo dục'],
    ['there is none', { fields: [] }, '–'],
  ])('is asked for where %s', (_, given, name) => {
    expect(read(given)).toMatchObject({
      field: { code: null },
      questions: [['FIELD_UNKNOWN', '/field', `The catalogue has no field “${name}”.`]],
    });
  });
});

describe('the competent agencies of an imported procedure (R2)', () => {
  it('are found by their identifier in either form, else by their name', () => {
    expect(agencies(['H48.12', 'x'])).toEqual({ competentAgencies: ['H48.12'], competentLevel: null, questions: [] });
    expect(agencies(['000.00.12.H48', 'x'], [null, 'so cong thuong'])).toMatchObject({
      competentAgencies: ['H48.12', 'H48.13'],
      questions: [],
    });
    expect(agencies(['no identifier', 'Sở Công Thương'], ['H48.13', 'x']).competentAgencies).toEqual(['H48.13']);
    // Its own identifier is another now: only the old one leads to it.
    expect(agencies(['000.00.15.H48', 'x']).competentAgencies).toEqual(['H48.30']);
    expect(agencies(['H48.13-cũ', 'x']).questions).toEqual(unresolved('x (H48.13-cũ)'));
  });

  it.each([
    ['Uỷ ban Nhân dân cấp xã', 'commune'],
    ['UBND xã, phường, đặc khu', 'commune'],
    ['Uỷ ban nhân dân cấp tỉnh', 'province'],
  ])('are any agency of the level where it says %s', (name, level) => {
    expect(agencies([null, name], [null, name])).toEqual({
      ...{ competentAgencies: null, competentLevel: level, questions: [] },
    });
  });

  it.each([
    ['an agency that nobody knows', [[null, 'Sở Lạ']], 'Sở Lạ', { competentAgencies: null }],
    ['one that no longer works', [['H48.14', 'Sở Kế hoạch']], 'Sở Kế hoạch (H48.14)', { competentAgencies: null }],
    ['a name that two have', [[null, 'Phòng Y tế']], 'Phòng Y tế', { competentAgencies: null }],
    ['none at all', [], '–', { competentAgencies: null, competentLevel: null }],
    [
      'two levels',
      [
        [null, 'UBND cấp xã'],
        [null, 'UBND cấp tỉnh'],
      ],
      'UBND cấp tỉnh',
      { competentLevel: 'commune' },
    ],
    [
      'an agency and a level',
      [
        ['H48.12', 'Sở Nông nghiệp'],
        [null, 'UBND cấp xã'],
      ],
      'Sở Nông nghiệp; UBND cấp xã',
      { competentAgencies: ['H48.12'], competentLevel: null },
    ],
    [
      'one that is known and one that is not',
      [
        ['H48.12', 'x'],
        [null, 'Sở Lạ'],
      ],
      'Sở Lạ',
      { competentAgencies: ['H48.12'] },
    ],
  ] as const)('are asked for where the portal names %s', (_, given, said, found) => {
    expect(agencies(...given)).toMatchObject({ ...found, questions: unresolved(said) });
  });
});
