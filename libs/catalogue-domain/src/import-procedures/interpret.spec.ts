import type { ImportedDraft } from './imported-draft.js';
import { interpret } from './interpret.js';
import type { PortalCase, PortalFee, PortalPaper, PortalProcedure, PortalRow } from './portal-procedure.js';

const fee = (change: Partial<PortalFee> = {}): PortalFee => ({
  kind: 'phi',
  amount: 50_000,
  note: 'Phí thẩm định: 50.000',
  ...change,
});
const row = (change: Partial<PortalRow> = {}): PortalRow => ({
  channel: 'counter',
  amount: 5,
  unit: 'workingDay',
  description: '',
  fees: [],
  ...change,
});
const paper = (change: Partial<PortalPaper> = {}): PortalPaper => ({
  code: null,
  name: 'Đơn',
  originals: 1,
  copies: 0,
  formUrl: null,
  ...change,
});
const PORTAL: PortalProcedure = {
  code: '1.001686',
  name: 'Thủ tục của spec',
  fields: [{ code: 'G10', name: 'Thú y' }],
  rows: [row()],
  cases: [{ name: '', papers: [paper()] }],
  agencies: [],
  results: [],
  legalBasis: [],
  subjects: ['Công dân'],
  levels: ['province'],
  fullyOnline: true,
  offlineOnly: null,
  otherTerms: [],
  conditions: null,
  instructions: null,
  decisionNumber: null,
  publishedOn: null,
};
const read = (change: Partial<PortalProcedure> = {}): ImportedDraft => interpret({ ...PORTAL, ...change });
const asked = ({ remarks }: ImportedDraft): string[] =>
  remarks.questions.map(({ code, pointer }) => `${pointer} ${code}`);
const noted = ({ remarks }: ImportedDraft): string[] => remarks.notes.map(({ code }) => code);
const terms = (rows: readonly PortalRow[]) =>
  read({ rows }).definition.variants.map(({ code, name, term }) => [code, name, term?.amount]);
const repeated = (length: number): string => 'x'.repeat(length);
const shortened = (length: number): string => `${repeated(length - 1)}…`;

describe('a procedure of the portal', () => {
  it('that says everything leaves nothing open; what no portal says is taken as it mostly is, and noted', () => {
    const draft = read();
    expect([asked(draft), noted(draft)]).toEqual([[], ['DEFAULT_PROCESS']]);
    expect(draft.definition).toMatchObject({
      name: 'Thủ tục của spec',
      field: { code: null, name: 'Thú y' },
      level: 'province',
      supplementPolicy: 'pause',
      supplementTermWorkingDays: 10,
      paymentPausesTerm: true,
    });
  });

  it('that has no way to submit has no term, which is asked for', () => {
    const draft = read({ rows: [] });
    expect([draft.definition.variants, asked(draft)]).toEqual([[], ['/variants TERM_NOT_READ']]);
  });

  it.each([
    [[], '–'],
    [['province', 'commune'] as const, 'province, commune'],
  ])('of the levels %j asks for its level, and says what it has read', (levels, said) => {
    const [question] = read({ levels }).remarks.questions;
    expect(question).toMatchObject({
      code: 'LEVEL_UNCLEAR',
      question: { en: `Levels according to the portal: ${said}. Confirm the draft's level.` },
    });
  });

  it.each([
    [[], ['citizen', 'enterprise', 'stateAgency', 'other'], ['SUBJECTS_ASSUMED', 'DEFAULT_PROCESS']],
    [['Doanh nghiệp'], ['enterprise'], ['DEFAULT_PROCESS']],
  ])('of the subjects %j is for %j', (subjects, found, notes) => {
    const draft = read({ subjects });
    expect(new Set(draft.definition.subjects)).toEqual(new Set(found));
    expect(noted(draft)).toEqual(notes);
  });

  it('has its results and laws by the codes that they came with, else by their place, each once', () => {
    const given = (code: string | null, name: string) => ({ code, name });
    const results = [given(null, 'Giấy phép'), given('K', 'Thông báo từ chối'), given('K', 'Văn bản trả lời')];
    const { definition } = read({ results, legalBasis: [given(null, 'Luật')] });
    expect(definition.results).toEqual([
      { code: 'KQ-1', name: 'Giấy phép', decision: 'granted' },
      { code: 'K', name: 'Thông báo từ chối', decision: 'denied' },
      { code: 'K-3', name: 'Văn bản trả lời', decision: 'denied' },
    ]);
    expect(definition.legalBasis).toEqual([{ code: 'CC-1', name: 'Luật' }]);
  });

  it.each<[string, number, (text: string) => unknown]>([
    ['a name', 2_000, (text) => read({ name: text }).definition.name],
    ['a result', 2_000, (name) => read({ results: [{ code: null, name }] }).definition.results[0]?.name],
    ['a code of a law', 190, (code) => read({ legalBasis: [{ code, name: 'x' }] }).definition.legalBasis[0]?.code],
    [
      'a paper',
      2_000,
      (name) => read({ cases: [{ name: '', papers: [paper({ name })] }] }).definition.variants[0]?.components[0]?.name,
    ],
    [
      'a case by its term',
      1_000,
      (description) =>
        read({ rows: [row({ description }), row({ amount: 7, description: 'y' })] }).definition.variants[0]?.name,
    ],
    [
      'a case by its papers',
      1_000,
      (name) =>
        read({
          cases: [
            { name, papers: [] },
            { name: 'y', papers: [] },
          ],
        }).definition.variants[0]?.name,
    ],
    ['a fee', 300, (note) => read({ rows: [row({ fees: [fee({ note: `${note}: 1` })] })] }).tariff?.[0]?.name],
    ["a fee's basis", 1_000, (note) => read({ rows: [row({ fees: [fee({ note })] })] }).tariff?.[0]?.legalBasis],
  ])('may have %s of %d letters, and a longer one is cut', (_, length, stored) => {
    expect(stored(repeated(length))).toBe(repeated(length));
    expect(stored(repeated(length + 1))).toBe(shortened(length));
  });
});

describe('the terms of a procedure of the portal', () => {
  it.each<[string, readonly PortalRow[], unknown[]]>([
    [
      'one that all channels share',
      [row(), row({ channel: 'online', description: 'Khác' })],
      [['default', 'Trường hợp chung', 5]],
    ],
    [
      'two cases of one channel, by their descriptions or their place',
      [row({ description: 'Cấp mới' }), row({ amount: 3 })],
      [
        ['TH1', 'Cấp mới', 5],
        ['TH2', 'Trường hợp 2', 3],
      ],
    ],
    [
      'two cases of one term, which only their descriptions tell apart',
      [row({ description: 'Cấp mới' }), row({ description: 'Cấp lại' })],
      [
        ['TH1', 'Cấp mới', 5],
        ['TH2', 'Cấp lại', 5],
      ],
    ],
    [
      'a case that another channel calls by no name, by its term',
      [
        row({ description: 'Cấp mới' }),
        row({ amount: 3, description: 'Cấp lại' }),
        row({ channel: 'online' }),
        row({ channel: 'post', description: 'Gửi' }),
      ],
      [
        ['TH1', 'Cấp mới', 5],
        ['TH2', 'Cấp lại', 3],
      ],
    ],
    [
      'one more, where two cases have the term of a row without a name',
      [row({ description: 'Cấp mới' }), row({ description: 'Cấp lại' }), row({ channel: 'online' })],
      [
        ['TH1', 'Cấp mới', 5],
        ['TH2', 'Cấp lại', 5],
        ['TH3', 'Trường hợp 3', 5],
      ],
    ],
    [
      'one more, where the case of its term has a row of the channel already',
      [
        row({ description: 'Cấp mới' }),
        row({ amount: 3, description: 'Cấp lại' }),
        row({ channel: 'online' }),
        row({ channel: 'online', description: 'Cấp đổi' }),
      ],
      [
        ['TH1', 'Cấp mới', 5],
        ['TH2', 'Cấp lại', 3],
        ['TH3', 'Cấp đổi', 5],
      ],
    ],
    [
      'the cases of the channel that has most of them, whichever comes first',
      [
        row(),
        row({ channel: 'online', description: 'Cấp mới' }),
        row({ channel: 'online', amount: 3, description: 'Cấp lại' }),
      ],
      [
        ['TH1', 'Cấp mới', 5],
        ['TH2', 'Cấp lại', 3],
      ],
    ],
  ])('are %s', (_, rows, expected) => expect(terms(rows)).toEqual(expected));

  it.each<[Partial<PortalRow>, object | null]>([
    [{ amount: 1 }, { amount: 1, unit: 'workingDay' }],
    [{ amount: 3_650 }, { amount: 3_650, unit: 'workingDay' }],
    [{ amount: 3_651 }, null],
    [{ amount: 0.5 }, { amount: 4, unit: 'workingHour' }],
    [{ amount: 0.3 }, null],
    [{ amount: 1.5, unit: 'calendarDay' }, null],
    [{ amount: 1, unit: null }, null],
    [{ amount: null }, null],
  ])('of a row with %j are %j', (given, term) => {
    const draft = read({ rows: [row(given)] });
    expect(draft.definition.variants[0]?.term).toEqual(term);
    expect(asked(draft)).toEqual(term === null ? ['/variants/0/term TERM_NOT_READ'] : []);
  });

  it.each<[string, Partial<PortalProcedure>, boolean]>([
    ['contradict the one row', { otherTerms: [{ amount: 8, unit: 'workingDay' }] }, true],
    ['say the same', { otherTerms: [{ amount: 5, unit: 'workingDay' }] }, false],
    ['say it of another unit', { otherTerms: [{ amount: 5, unit: 'calendarDay' }] }, true],
    ['say nothing', { otherTerms: [{ amount: null, unit: 'workingDay' }] }, false],
    ['have no row beside them', { rows: [], otherTerms: [{ amount: 8, unit: 'workingDay' }] }, false],
  ])('that elsewhere %s are noted, or not', (_, change, contradict) => {
    expect(noted(read(change)).includes('CASE_TERM_CONTRADICTS')).toBe(contradict);
  });
});

describe('the papers of a procedure of the portal', () => {
  const components = (papers: readonly PortalPaper[]) =>
    read({ cases: [{ name: '', papers }] }).definition.variants[0]?.components;

  it.each<[string, readonly (string | null)[], string[]]>([
    ['their place where they have none', [null, 'A', ''], ['GT-1', 'A', 'GT-3']],
    ['their place behind one that was there', ['A', 'B', 'A'], ['A', 'B', 'A-3']],
    ['what a code may be made of', ['  A/b c.1', '--Đ_2'], ['A-b-c.1', 'Đ_2']],
    ['fifty letters at most', [repeated(51)], [repeated(50)]],
  ])('have codes of %s', (_, codes, expected) => {
    expect(components(codes.map((code) => paper({ code })))?.map(({ code }) => code)).toEqual(expected);
  });

  it.each([
    [1, 1, [1, 1]],
    [0, 1, [0, 1]],
    [1.9, 0, [1, 0]],
    [100, 101, [100, 100]],
  ])('are asked for in %d originals and %d copies: %j', (originals, copies, counted) => {
    const [one] = components([paper({ originals, copies })]) ?? [];
    expect([one?.originals, one?.copies]).toEqual(counted);
  });

  it('are none that are asked for in neither: each is noted, and once', () => {
    const none = (name: string) => paper({ name, originals: 0, copies: 0 });
    const draft = read({ cases: [{ name: '', papers: [none('Ghi chú 1'), none('Ghi chú 2'), none('Ghi chú 1')] }] });
    expect(draft.definition.variants[0]?.components).toEqual([]);
    const notes = draft.remarks.notes.filter(({ code }) => code === 'PAPER_IS_A_NOTE');
    expect(notes.map(({ note }) => note.vi)).toEqual(['Ghi chú 1', 'Ghi chú 2']);
  });

  const CASES: readonly PortalCase[] = [
    { name: 'Nhà ở', papers: [paper({ name: 'A' })] },
    { name: '', papers: [paper({ name: 'B' })] },
  ];

  it('of the first case are its own alone, whatever it is called', () => {
    const cases = [{ name: 'Kèm theo', papers: [paper({ name: 'A' })] }, CASES[1]!];
    expect(read({ cases }).definition.variants.map(({ components }) => components.map(({ name }) => name))).toEqual([
      ['A'],
      ['B'],
    ]);
  });

  it('make the cases, where there is one term', () => {
    expect(
      read({ cases: CASES }).definition.variants.map(({ code, name, term }) => [code, name, term?.amount]),
    ).toEqual([
      ['TH1', 'Nhà ở', 5],
      ['TH2', 'Trường hợp 2', 5],
    ]);
  });

  it('are of no case where there is no term', () => {
    const draft = read({ rows: [], cases: CASES });
    expect([draft.definition.variants, asked(draft)]).toEqual([
      [],
      ['/variants TERM_NOT_READ', '/variants PAPERS_OF_VARIANT_UNCLEAR'],
    ]);
  });

  const papersOf = (descriptions: readonly string[], names: readonly string[]) => {
    const draft = read({
      rows: descriptions.map((description, at) => row({ amount: at + 3, description })),
      cases: names.map((name) => ({ name, papers: [paper({ name })] })),
    });
    return [draft.definition.variants.map((one) => one.components.map(({ name }) => name)), asked(draft)];
  };
  const UNCLEAR = ['/variants PAPERS_OF_VARIANT_UNCLEAR'];

  it.each<[string, string[], string[], string[][], string[]]>([
    [
      'are those of the case of its name',
      ['Nhà ở', 'Công trình'],
      ['công trình', 'nhà ở'],
      [['nhà ở'], ['công trình']],
      [],
    ],
    [
      'are those of the case whose name is in its own, or has it in it',
      ['Nhà ở riêng lẻ', 'Công trình'],
      ['Nhà ở', 'Công trình khác'],
      [['Nhà ở'], ['Công trình khác']],
      [],
    ],
    [
      'are all of them where one term has two cases',
      ['Nhà ở', 'Công trình'],
      ['Nhà ở', 'Nhà ở xã hội', 'Công trình'],
      [
        ['Nhà ở', 'Nhà ở xã hội', 'Công trình'],
        ['Nhà ở', 'Nhà ở xã hội', 'Công trình'],
      ],
      UNCLEAR,
    ],
    [
      'are all of them where two terms have one case, and another has none',
      ['Nhà ở A', 'Nhà ở B'],
      ['Nhà ở', 'Khác'],
      [
        ['Nhà ở', 'Khác'],
        ['Nhà ở', 'Khác'],
      ],
      UNCLEAR,
    ],
    [
      'are all of them where a case has no name',
      ['Nhà ở', 'Công trình'],
      ['Nhà ở', ''],
      [
        ['Nhà ở', ''],
        ['Nhà ở', ''],
      ],
      UNCLEAR,
    ],
  ])('of a term %s', (_, descriptions, names, expected, questions) => {
    expect(papersOf(descriptions, names)).toEqual([expected, questions]);
  });
});

describe('the fees of a procedure of the portal', () => {
  const lines = (rows: readonly PortalRow[]) =>
    read({ rows }).tariff?.map(({ code, kind, name, amount, variant, channels }) => [
      code,
      kind,
      name,
      amount,
      variant,
      channels,
    ]);
  const CHARGE = fee({ kind: 'lePhi', amount: null, note: 'Lệ phí cấp giấy' });

  it('are a line each, numbered as they come, and asked for where they have no amount', () => {
    const rows = [row({ fees: [fee(), CHARGE] })];
    expect(lines(rows)).toEqual([
      ['PHI-1', 'phi', 'Phí thẩm định', 50_000, null, ['counter']],
      ['LE-PHI-2', 'lePhi', 'Lệ phí cấp giấy', null, null, ['counter']],
    ]);
    const draft = read({ rows });
    expect(asked(draft)).toEqual(['/tariff/lines/1/amount FEE_NOT_SET']);
    expect(noted(draft)).toEqual(['FEE_COLLECTION_ASSUMED', 'DEFAULT_PROCESS']);
  });

  it('are one line for all channels that owe them, however often each says so', () => {
    expect(lines([row({ fees: [fee(), fee()] }), row({ channel: 'online', fees: [fee()] })])).toEqual([
      ['PHI-1', 'phi', 'Phí thẩm định', 50_000, null, ['counter', 'online']],
    ]);
  });

  it('are called fees where the portal says nothing of them', () => {
    const draft = read({ rows: [row({ fees: [fee({ note: '' })] })] });
    expect(draft.tariff).toMatchObject([{ name: 'Phí', legalBasis: 'Theo Cổng Dịch vụ công quốc gia' }]);
    expect(noted(draft)).toContain('FEE_COLLECTION_ASSUMED');
  });

  it('of 0 without a word are free, unless another way says that somebody sets them; others stay as they are', () => {
    const bare = fee({ amount: 0, note: '' });
    const set = fee({ amount: 0, note: 'Theo nghị quyết' });
    expect(lines([row({ fees: [CHARGE] }), row({ channel: 'online', fees: [bare] })])).toEqual([
      ['LE-PHI-1', 'lePhi', 'Lệ phí cấp giấy', null, null, ['counter']],
    ]);
    const amounts = (online: PortalFee) =>
      lines([row({ fees: [set] }), row({ channel: 'online', fees: [online] })])?.map((one) => [one[3], one[5]]);
    expect(amounts(bare)).toEqual([[null, ['counter', 'online']]]);
    expect(amounts(fee({ amount: 20_000, note: '' }))).toEqual([
      [null, ['counter']],
      [20_000, ['online']],
    ]);
    expect(amounts(fee({ amount: 0, note: 'Miễn phí' }))).toEqual([[null, ['counter']]]);
  });

  it('are no cases of each other where one of them is 0', () => {
    const free = fee({ amount: 0, note: 'Miễn phí' });
    expect(asked(read({ rows: [row({ fees: [fee(), free, free] })] }))).toEqual([]);
  });

  const [first, second] = [{ description: 'Cấp mới' }, { amount: 3, description: 'Cấp lại' }];

  it('that every case owes alike are one line of all, else each has its own', () => {
    expect(lines([row({ ...first, fees: [fee()] }), row({ ...second, fees: [fee()] })])).toEqual([
      ['PHI-1', 'phi', 'Phí thẩm định', 50_000, null, ['counter']],
    ]);
    expect(lines([row({ ...first, fees: [fee()] }), row({ ...second, fees: [fee({ amount: 20_000 })] })])).toEqual([
      ['PHI-1', 'phi', 'Phí thẩm định', 50_000, 'TH1', ['counter']],
      ['PHI-2', 'phi', 'Phí thẩm định', 20_000, 'TH2', ['counter']],
    ]);
  });

  it.each<[string, readonly PortalFee[], boolean]>([
    ['one says so', [fee({ amount: 0, note: 'Miễn phí' })], true],
    ['one of several says so', [fee(), fee({ amount: 0, note: '' })], true],
    ['one of 0 is set by somebody else', [fee({ amount: 0, note: 'Theo nghị quyết' })], false],
    ['there is none', [], false],
  ])('say that nothing is owed where %s: not in each row', (_, fees, free) => {
    expect(read({ rows: [row({ fees }), row({ channel: 'online' })] }).saysFree).toBe(free);
  });
});
