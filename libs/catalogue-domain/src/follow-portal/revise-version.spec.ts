import type { Component, Variant, VersionDefinition } from '../procedure/version-definition.js';
import { definition } from '../testing.fixture.js';
import type { ComparedField } from './portal-difference.js';
import { reviseVersion } from './revise-version.js';

const paper = (change: Partial<Component>): Component => ({
  code: 'DON',
  name: 'Đơn',
  originals: 1,
  copies: 0,
  required: true,
  formUrl: null,
  ...change,
});
const variant = (change: Partial<Variant>): Variant => ({ ...definition.variants[0]!, ...change });
const revised = (
  ours: Partial<VersionDefinition>,
  theirs: Partial<VersionDefinition>,
  ...fields: ComparedField[]
): VersionDefinition =>
  reviseVersion(
    { ...definition, ...ours },
    { ...definition, ...theirs },
    fields.map((field) => ({ field, ours: [], theirs: [] })),
  );
const papers = (ours: readonly Component[], theirs: readonly Component[]) =>
  revised(
    { variants: [variant({ components: ours })] },
    { variants: [variant({ components: theirs })] },
    'papers',
  ).variants[0]?.components.map(({ code, name, originals, copies }) => [code, name, originals, copies]);

/** Otherwise in every field. */
const THEIRS: VersionDefinition = {
  ...definition,
  name: 'Tên mới',
  field: { code: 'G99', name: 'Khác' },
  competentAgencies: null,
  competentLevel: 'commune',
  channels: ['post'],
  subjects: ['enterprise'],
  conditions: 'Điều kiện',
  instructions: 'Trình tự',
  results: [{ code: 'GP', name: 'Giấy phép', decision: 'granted' }],
  legalBasis: [{ code: '12', name: 'Nghị định' }],
  variants: [
    variant({ term: { amount: 7, unit: 'workingDay' }, components: [paper({ code: 'BANG', name: 'Bằng cấp' })] }),
  ],
  asGiven: { agencies: [], termAndFee: null, decisionNumber: '9' },
};

describe('a version of ours with what the portal says otherwise', () => {
  it.each<[ComparedField, Partial<VersionDefinition>]>([
    ['name', { name: 'Tên mới' }],
    ['field', { field: { code: 'G99', name: 'Khác' } }],
    ['agencies', { competentAgencies: null, competentLevel: 'commune' }],
    ['channels', { channels: ['post'] }],
    ['subjects', { subjects: ['enterprise'] }],
    ['conditions', { conditions: 'Điều kiện' }],
    ['instructions', { instructions: 'Trình tự' }],
    ['results', { results: [{ code: 'GP', name: 'Giấy phép', decision: 'granted' }] }],
    ['legalBasis', { legalBasis: [{ code: '12', name: 'Nghị định' }] }],
    ['terms', { variants: [variant({ term: { amount: 7, unit: 'workingDay' } })] }],
    ['papers', { variants: [variant({ components: [paper({ code: 'BANG', name: 'Bằng cấp' })] })] }],
    ['fees', {}],
  ])('in its %s alone, keeps all the rest and says what it was given', (field, change) => {
    expect(revised({}, THEIRS, field)).toEqual({ ...definition, ...change, asGiven: THEIRS.asGiven });
  });

  it('has the codes of our results where they have the same names', () => {
    const given = [
      { code: 'KQ-1', name: 'GIẤY PHÉP', decision: 'granted' as const },
      { code: 'KQ-2', name: 'Chứng chỉ', decision: 'granted' as const },
    ];
    expect(revised({}, { results: given }, 'results').results.map(({ code }) => code)).toEqual(['KQ-1', 'CCHN']);
  });

  it('keeps our terms where the portal gives none', () => {
    expect(revised({}, { variants: [variant({ term: null })] }, 'terms').variants).toEqual(definition.variants);
  });
});

describe('the papers of a version of ours that the portal has otherwise', () => {
  it('have our codes where they have the same names, and the codes of the portal where they are new, each once', () => {
    expect(
      papers(
        [paper({ code: 'A', name: 'Đơn' }), paper({ code: 'GT-2', name: 'Ảnh' })],
        [
          paper({ code: 'GT-1', name: 'ĐƠN' }),
          paper({ code: 'GT-2', name: 'Bằng' }),
          paper({ code: 'GT-3', name: 'Ảnh' }),
        ],
      ),
    ).toEqual([
      ['A', 'Đơn', 1, 0],
      ['GT-2', 'Bằng', 1, 0],
      ['GT-2-3', 'Ảnh', 1, 0],
    ]);
  });

  it.each<[string, Partial<Component>]>([
    ['no original', { originals: 0 }],
    ['two originals', { originals: 2 }],
    ['a copy', { copies: 1 }],
  ])('have the count of the portal as soon as one of its papers has %s, else ours', (_, change) => {
    const ours = [paper({ name: 'Đơn', originals: 3, copies: 2 })];
    const [one, other] = [paper({ name: 'Đơn' }), paper({ code: 'B', name: 'Bằng' })];
    expect(papers(ours, [one, other])).toEqual([
      ['DON', 'Đơn', 3, 2],
      ['B', 'Bằng', 1, 0],
    ]);
    expect(papers(ours, [one, { ...other, ...change }])?.[0]).toEqual(['DON', 'Đơn', 1, 0]);
  });
});

describe('the cases of a version of ours that the portal has otherwise', () => {
  const [first, second] = [
    variant({ code: 'C1', name: 'Cấp mới', components: [paper({ code: 'A', name: 'A' })] }),
    variant({ code: 'C2', name: 'Cấp lại', components: [paper({ code: 'B', name: 'B' })] }),
  ];
  const days = (name: string, amount: number, ...components: Component[]) =>
    variant({ code: `TH${amount}`, name, term: { amount, unit: 'workingDay' }, components });
  const cases = (theirs: readonly Variant[], ...fields: ComparedField[]) =>
    revised({ variants: [first, second] }, { variants: theirs }, ...fields).variants.map(({ code, name, term }) => [
      code,
      name,
      term?.amount,
    ]);

  it('are told by their names, else by their order, and keep our codes and names', () => {
    expect(cases([days('CẤP LẠI', 3), days('Cấp mới', 7)], 'terms')).toEqual([
      ['C1', 'Cấp mới', 7],
      ['C2', 'Cấp lại', 3],
    ]);
    expect(cases([days('X', 3), days('Y', 7)], 'terms')).toEqual([
      ['C1', 'Cấp mới', 3],
      ['C2', 'Cấp lại', 7],
    ]);
  });

  it('are those of the portal where there are more or fewer of them, as long as that is what differs', () => {
    expect(cases([days('Chung', 9)], 'terms')).toEqual([['TH9', 'Chung', 9]]);
    expect(cases([days('Chung', 9)], 'papers')).toEqual([
      ['C1', 'Cấp mới', 5],
      ['C2', 'Cấp lại', 5],
    ]);
  });

  it('count their papers as soon as any of the cases does', () => {
    const theirs = [days('Cấp mới', 5, paper({ name: 'A' })), days('Cấp lại', 5, paper({ name: 'B', originals: 2 }))];
    const ours = [
      { ...first, components: [paper({ code: 'A', name: 'A', originals: 4 })] },
      { ...second, components: [paper({ code: 'B', name: 'B', originals: 4 })] },
    ];
    const { variants } = revised({ variants: ours }, { variants: theirs }, 'papers');
    expect(variants.map(({ components }) => components.map(({ originals }) => originals))).toEqual([[1], [2]]);
  });
});
