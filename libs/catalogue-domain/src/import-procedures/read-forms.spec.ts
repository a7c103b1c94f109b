import type { ImportedDraft } from './imported-draft.js';
import { readItem } from './read-item.js';

type Item = Record<string, unknown>;
function read(item: Item): ImportedDraft {
  const result = readItem(item, '/items/0');
  if (!result.draft) throw new Error(JSON.stringify(result.faults));
  return result.draft;
}
function unread(item: Item): string[] {
  const result = readItem(item, '/items/0');
  return result.draft ? result.unread.map(({ pointer, code }) => `${pointer} ${code}`) : [];
}
function faults(item: Item): string[] {
  const result = readItem(item, '/items/0');
  return result.draft ? [] : result.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}
const asked = ({ remarks }: ImportedDraft): string[] => remarks.questions.map(({ code }) => code);
const papers = ({ definition }: ImportedDraft) =>
  definition.variants[0]?.components.map(({ originals, copies }) => [originals, copies]);

describe('the form of the detail API', () => {
  const row = { submissionMethod: 'DIRECT', processingTime: 5, processingTimeUnit: 'WORKING_DAY' };
  const detail = (change: Item = {}): Item => ({
    code: '1.001686',
    name: 'Thủ tục',
    executionMethods: [row],
    ...change,
  });

  it.each([
    [{ isProvince: true }, 'province', false],
    [{ isWard: true, isProvince: false }, 'commune', false],
    [{ isWard: true, isMinistry: true }, 'commune', true],
    [{ isProvince: false }, 'other', true],
  ])(
    'with the flags %j is of the level %s, which is asked for where it is not the only one: %s',
    (flags, level, open) => {
      const draft = read(detail(flags));
      expect([draft.definition.level, asked(draft).includes('LEVEL_UNCLEAR')]).toEqual([level, open]);
    },
  );

  it('asks for papers in the numbers that it gives, and in none where it gives none', () => {
    const profileComponents = [
      { name: 'A', originalQty: 1 },
      { name: 'B', copyQty: 1 },
    ];
    expect(papers(read(detail({ executionCases: [{ name: '', profileComponents }] })))).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it('may say no time at all of a case', () => {
    expect(faults(detail({ cases: [{ name: 'x' }] }))).toEqual([]);
    expect(unread(detail({ cases: [{ name: 'x' }] }))).toEqual(unread(detail()));
    expect(unread(detail({ cases: [{ processingDay: 'x' }] }))).toEqual([
      '/items/0/cases/0/processingDay NOT_AN_OBJECT',
    ]);
  });

  it.each([
    [{ code: 'ABC' }, 'ABC'],
    [{ code: '1.001686', name: '' }, '1.001686'],
    [{ code: '' }, null],
  ])('that is refused is told by its code, if it has one: %j', (change, code) => {
    expect(readItem(detail(change), '/items/0')).toMatchObject({ draft: undefined, code });
  });
});

describe('the form of LayThuTuc', () => {
  const item = (change: Item = {}): Item => ({ MATTHC: '1.001686', TENTTHC: 'Thủ tục', ...change });
  const agencies = (COQUANTHUCHIEN: unknown) => read(item({ COQUANTHUCHIEN })).agencies;
  const paper = (change: Item) => item({ THANHPHANHOSO: [{ GIAYTO: [{ TENMAUDON: 'Đơn', ...change }] }] });
  const way = (change: Item = {}) => ({
    KENH: 'Trực tiếp',
    THOIGIAN: [{ THOIGIANGIAIQUYET: '5', DONVITINH: 'Ngày làm việc', ...change }],
  });

  it.each<[string, unknown]>([
    ['one text, in lines or between semicolons', '- Sở A;Sở B\n;'],
    ['a list of texts', ['Sở A.', '- Sở B']],
    ['a list of objects', [{ TENDONVI: 'Sở A' }, { TENCOQUAN: 'Sở B' }]],
  ])('gives names as %s', (_, given) => {
    expect(agencies(given)).toEqual([
      { code: null, name: 'Sở A' },
      { code: null, name: 'Sở B' },
    ]);
  });

  it('gives names and codes under the one key or the other, and is at fault under the first where it gives none', () => {
    expect(agencies([{ MACOQUAN: 'H48.12', TENCOQUAN: 'Sở A' }])).toEqual([{ code: 'H48.12', name: 'Sở A' }]);
    expect(unread(item({ COQUANTHUCHIEN: [{}] }))).toEqual(['/items/0/COQUANTHUCHIEN/0/TENDONVI MISSING']);
    expect(agencies([{ MACOQUAN: 'H48.12' }])).toEqual([{ code: 'H48.12', name: 'H48.12' }]);
  });

  it.each([
    [{}, [1, 0]],
    [{ SOBANSAO: '1' }, [0, 1]],
    [{ SOBANCHINH: '2' }, [2, 0]],
    [{ SOBANCHINH: '1', SOBANSAO: '3' }, [1, 3]],
  ])('asks for a paper with the numbers %j as %j', (numbers, counted) => {
    expect(papers(read({ ...paper(numbers), CACHTHUCTHUCHIEN: [way()] }))).toEqual([counted]);
  });

  it.each([
    ['https://dvc.example/don.docx', 'https://dvc.example/don.docx'],
    ['http://dvc.example/don.docx', 'http://dvc.example/don.docx'],
    ['ftp://dvc.example/don.docx', null],
    ['không', null],
    [null, null],
  ])('has a form to load at %j: %j', (URL, formUrl) => {
    const draft = read({ ...paper({ URL }), CACHTHUCTHUCHIEN: [way()] });
    expect(draft.definition.variants[0]?.components[0]?.formUrl).toBe(formUrl);
  });

  it('has amounts in whole đồng', () => {
    expect(unread(item({ CACHTHUCTHUCHIEN: [way({ PHILEPHI: [{ SOTIEN: '0.5', DONVI: 'Đồng' }] })] }))).toEqual([
      '/items/0/CACHTHUCTHUCHIEN/0/THOIGIAN/0/PHILEPHI/0/SOTIEN NOT_WHOLE',
    ]);
  });
});

describe('a headline', () => {
  const headline = (change: Item = {}): Item => ({ ma_so: '1.001686', ten: 'Thủ tục', ...change });

  it('says no more than it does: what no form says is taken as of any other, and nothing is free', () => {
    const draft = read(headline());
    expect(draft).toMatchObject({ fields: [], saysFree: false, tariff: undefined });
    expect(draft.definition).toMatchObject({
      field: { code: null, name: '' },
      subjects: ['other'],
      supplementPolicy: 'pause',
      supplementTermWorkingDays: 10,
      paymentPausesTerm: true,
      asGiven: { termAndFee: null },
    });
    expect(read(headline({ linh_vuc: '- Thú y;' })).fields).toEqual([{ code: null, name: 'Thú y' }]);
    expect(read(headline({ doi_tuong_thuc_hien: 'Công dân' })).definition.subjects).toEqual(['citizen']);
  });

  it.each([
    [undefined, 'other', '–'],
    ['Cơ quan khác', 'other', null],
    ['Cấp Tỉnh, Cơ quan khác', 'province', null],
    ['Cấp Tỉnh, Cấp Xã', 'province', 'Cấp Tỉnh, Cấp Xã'],
  ])('of the levels %j is of the level %s and asks about %j', (cap_thuc_hien, level, said) => {
    const draft = read(headline({ cap_thuc_hien }));
    expect(draft.definition.level).toBe(level);
    expect(
      draft.remarks.questions.filter(({ code }) => code === 'LEVEL_UNCLEAR').map(({ question }) => question.en),
    ).toEqual(said === null ? [] : [`Level as given: ${said}. Confirm the draft's level.`]);
  });

  it.each<[string, string, number, (draft: ImportedDraft) => unknown]>([
    ['a name', 'ten', 2_000, ({ definition }) => definition.name],
    ['a text of term and fee', 'cach_thuc_thuc_hien', 4_000, ({ definition }) => definition.asGiven?.termAndFee],
  ])('may have %s (%s) of %d letters, and a longer one is cut', (_, key, length, stored) => {
    expect(stored(read(headline({ [key]: 'x'.repeat(length) })))).toBe('x'.repeat(length));
    expect(stored(read(headline({ [key]: 'x'.repeat(length + 1) })))).toBe(`${'x'.repeat(length - 1)}…`);
  });
});
