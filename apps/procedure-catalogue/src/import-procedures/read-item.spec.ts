import { type ImportedDraft, readItem } from '@motcua/catalogue-domain';
import { readSeed } from '../seed/seed-files.js';

type Item = Record<string, unknown>;
const detail = (): Item => readSeed<Item>('samples/portal-detail.json');
const layThuTuc = (): Item => readSeed<Item>('samples/lay-thu-tuc.json');
function read(item: unknown): ImportedDraft {
  const result = readItem(item, '/items/0');
  if (!result.draft) throw new Error(JSON.stringify(result.faults));
  return result.draft;
}
function pointers(item: unknown): string[] {
  const result = readItem(item, '/items/0');
  return result.draft ? [] : result.faults.map(({ pointer }) => pointer);
}
const row = (change: Item = {}): Item => ({
  submissionMethod: 'DIRECT',
  processingTime: 5,
  processingTimeUnit: 'WORKING_DAY',
  description: '',
  fees: [],
  ...change,
});
const fee = (change: Item = {}): Item => ({
  type: 'FEE',
  value: 230_000,
  description: 'Kiểm tra: 230.000/lần',
  currencyName: 'Việt Nam Đồng',
  ...change,
});
const asked = ({ remarks }: ImportedDraft): string[] => remarks.questions.map(({ code }) => code);
const noted = ({ remarks }: ImportedDraft): string[] => remarks.notes.map(({ code }) => code);

describe.each([
  ['the detail API', detail],
  ['LayThuTuc', layThuTuc],
])('the sample in the form of %s, with all its traps', (_, sample) => {
  it('makes two variants of two rows of one channel, each with the term of its row', () => {
    const { definition } = read(sample());
    expect(definition.variants.map(({ code, term }) => [code, term])).toEqual([
      ['TH1', { amount: 7, unit: 'workingDay' }],
      ['TH2', { amount: 10, unit: 'workingDay' }],
    ]);
    expect(definition.variants[0]?.name).toContain('cơ sở nhỏ');
    expect(definition.channels).toEqual(['counter', 'online', 'post']);
  });

  it('takes a fee of null, and one of 0 with a note, as not set', () => {
    const { tariff = [], remarks } = read(sample());
    expect(tariff.length).toBeGreaterThan(0);
    expect(tariff.every(({ amount }) => amount === null)).toBe(true);
    expect(remarks.questions.filter(({ code }) => code === 'FEE_NOT_SET')).toHaveLength(tariff.length);
    expect(new Set(tariff.flatMap(({ channels }) => channels))).toEqual(new Set(['counter', 'online', 'post']));
  });

  it('requires papers with originals or copies, whatever the portal says, and makes notes of those with neither', () => {
    const draft = read(sample());
    for (const { components } of draft.definition.variants) {
      expect(components.map(({ originals, copies, required }) => [originals, copies, required])).toEqual([
        [1, 0, true],
        [0, 1, true],
      ]);
    }
    expect(draft.remarks.notes.filter(({ code }) => code === 'PAPER_IS_A_NOTE').map(({ note }) => note.vi)).toEqual([
      expect.stringMatching(/^Ghi chú/),
    ]);
  });

  it('reads times in epoch milliseconds as days in Vietnam, and legal codes without trailing blanks', () => {
    const draft = read(sample());
    expect(draft.tariffFrom).toMatch(/^2026-05-\d\d$/);
    expect(draft.definition.legalBasis).toEqual([{ code: '00/2026/NĐ-CP', name: 'Nghị định minh họa' }]);
  });

  it('says the same when it is read again', () => {
    expect(read(sample())).toEqual(read(sample()));
  });
});

describe('what the detail API says', () => {
  it('lets the channel’s row be the term where cases contradict it, and notes that', () => {
    const note = read(detail()).remarks.notes.find(({ code }) => code === 'CASE_TERM_CONTRADICTS');
    expect(note?.note.vi).toBe(
      'Trường hợp của cổng ghi 8 ngày; 14 ngày làm việc, hình thức nộp ghi 7 ngày làm việc; 10 ngày làm việc: đã lấy theo hình thức nộp.',
    );
    expect(noted(read({ ...detail(), cases: [{ processingDay: { qty: 7, type: 'WORKING_DAY' } }] }))).not.toContain(
      'CASE_TERM_CONTRADICTS',
    );
  });

  it('cleans names of the lists that they were cut from', () => {
    const { definition } = read(detail());
    expect(definition.variants[0]?.components.map(({ name }) => name)).toEqual([
      'Đơn đề nghị theo mẫu (minh họa)',
      'Bản sao giấy tờ về địa điểm của cơ sở',
    ]);
    expect(definition.results.map(({ name }) => name)).toEqual(['Giấy xác nhận cơ sở mẫu', 'văn bản trả lời']);
  });

  it('knows citizens, enterprises and others by name, since codes are mixed', () => {
    expect(read(detail()).definition.subjects).toEqual(['citizen', 'enterprise']);
  });

  it('asks for the reason where it is not wholly online', () => {
    expect(asked(read(detail()))).toContain('ONLINE_REASON_MISSING');
    expect(read({ ...detail(), isFullProcess: true }).definition.onlineLevel).toBe('full');
    const offline = read({ ...detail(), isOfflineOnly: true }).definition;
    expect([offline.onlineLevel, offline.channels]).toEqual(['information', ['counter', 'post']]);
  });

  it('makes one variant of one row per channel, and asks where their terms differ', () => {
    const one = read({ ...detail(), executionMethods: [row(), row({ submissionMethod: 'ONLINE' })] });
    expect(one.definition.variants).toMatchObject([{ code: 'default', term: { amount: 5, unit: 'workingDay' } }]);
    expect(asked(one)).not.toContain('TERM_DIFFERS_BY_CHANNEL');
    const differing = read({
      ...detail(),
      executionMethods: [row({ submissionMethod: 'ONLINE', processingTime: 3 }), row()],
    });
    expect(differing.definition.variants).toMatchObject([{ term: { amount: 5 } }]);
    expect(asked(differing)).toContain('TERM_DIFFERS_BY_CHANNEL');
  });

  it('does not take a full stop for another case', () => {
    const rows = ['DIRECT', 'ONLINE'].flatMap((submissionMethod, at) => [
      row({ submissionMethod, processingTime: 7, description: `Nhà ở riêng lẻ${at === 0 ? '.' : ''}` }),
      row({ submissionMethod, processingTime: 10, description: 'Công trình khác' }),
    ]);
    expect(read({ ...detail(), executionMethods: rows }).definition.variants).toHaveLength(2);
  });

  it.each([
    [
      { processingTime: 3, processingTimeUnit: 'DAY' },
      { amount: 3, unit: 'calendarDay' },
    ],
    [
      { processingTime: 4, processingTimeUnit: 'HOUR' },
      { amount: 4, unit: 'workingHour' },
    ],
    [
      { processingTime: 2, processingTimeUnit: 'MONTH' },
      { amount: 2, unit: 'month' },
    ],
    [{ processingTime: 0.5 }, { amount: 4, unit: 'workingHour' }],
    [{ processingTime: null }, null],
    [{ processingTime: 0 }, null],
    [{ processingTimeUnit: 'FORTNIGHT' }, null],
    [{ processingTime: 99_999 }, null],
  ])('reads the time %j as %j', (change, term) => {
    const draft = read({ ...detail(), executionMethods: [row(change)] });
    expect(draft.definition.variants[0]?.term).toEqual(term);
    expect(asked(draft).includes('TERM_NOT_READ')).toBe(term === null);
  });

  it('writes one line for a fee that is the same on every channel, and knows a charge by its name', () => {
    const { tariff } = read({
      ...detail(),
      executionMethods: ['DIRECT', 'ONLINE'].map((submissionMethod) =>
        row({ submissionMethod, fees: [fee(), fee({ value: 10_000, description: 'Lệ phí cấp giấy: 10.000' })] }),
      ),
    });
    expect(tariff).toMatchObject([
      { kind: 'phi', name: 'Kiểm tra', amount: 230_000, variant: null, channels: ['counter', 'online'] },
      { kind: 'lePhi', name: 'Lệ phí cấp giấy', amount: 10_000 },
    ]);
  });

  it.each([
    [{ value: 0, description: '' }, 0, []],
    [{ value: 0, description: 'Miễn phí' }, 0, []],
    [{ value: 0, description: 'Theo quy định của HĐND tỉnh' }, 1, ['FEE_NOT_SET']],
    [{ value: 10, currencyName: 'USD' }, 1, ['FEE_NOT_SET']],
    [{ value: null, description: '' }, 1, ['FEE_NOT_SET']],
  ])('makes of the fee %j %d lines and the questions %j', (change, lines, questions) => {
    const draft = read({ ...detail(), executionMethods: [row({ fees: [fee(change)] })] });
    expect(draft.tariff).toHaveLength(lines);
    expect(asked(draft).filter((code) => code === 'FEE_NOT_SET')).toEqual(questions);
  });

  it('makes variants of cases of papers where there is one term', () => {
    const paper = (code: string): Item => ({ code, name: code, originalQty: 1, copyQty: 0 });
    const cases = [
      { name: 'Cấp mới', profileComponents: [paper('A')] },
      { name: 'Cấp lại', profileComponents: [paper('B')] },
    ];
    const { definition } = read({ ...detail(), executionMethods: [row()], executionCases: cases });
    expect(
      definition.variants.map(({ name, term, components }) => [name, term?.amount, components.map(({ code }) => code)]),
    ).toEqual([
      ['Cấp mới', 5, ['A']],
      ['Cấp lại', 5, ['B']],
    ]);
  });

  it('matches terms and cases by name, and asks where it cannot', () => {
    const rows = [row({ description: 'Nhà ở riêng lẻ' }), row({ processingTime: 9, description: 'Công trình khác' })];
    const cases = (names: string[]) =>
      names.map((name) => ({ name, profileComponents: [{ code: name, name, originalQty: 1 }] }));
    const matched = read({
      ...detail(),
      executionMethods: rows,
      executionCases: cases(['công trình khác', 'nhà ở riêng lẻ']),
    });
    expect(matched.definition.variants.map(({ components }) => components.map(({ name }) => name))).toEqual([
      ['nhà ở riêng lẻ'],
      ['công trình khác'],
    ]);
    const unclear = read({ ...detail(), executionMethods: rows, executionCases: cases(['X', 'Y', 'Z']) });
    expect(asked(unclear)).toContain('PAPERS_OF_VARIANT_UNCLEAR');
  });

  it('reads a partial answer, asking for what it lacks', () => {
    const draft = read({ code: '1.013225', name: 'Cấp giấy phép', executionMethods: [row()] });
    expect(asked(draft)).toEqual(['PAPERS_MISSING', 'LEVEL_UNCLEAR']);
  });
});

describe('items that are refused', () => {
  it.each<[string, unknown, string[]]>([
    ['a text', 'x', ['/items/0']],
    ['nothing', null, ['/items/0']],
    ['another object', { hello: 1 }, ['/items/0']],
    ['no code and no name', { executionMethods: [] }, ['/items/0/code', '/items/0/name']],
    ['a code that is none', { ...detail(), code: 'ABC' }, ['/items/0/code']],
    ['a NUL character', { ...detail(), name: 'a\u0000b' }, ['/items/0']],
  ])('%s, with every pointer', (_, item, expected) => expect(pointers(item)).toEqual(expected));
});

describe('what cannot be read of an item', () => {
  it.each<[string, unknown, string[]]>([
    [
      'an unknown channel',
      { ...detail(), executionMethods: [row({ submissionMethod: 'FAX' })] },
      ['/items/0/executionMethods/0/submissionMethod'],
    ],
    [
      'a negative fee',
      { ...detail(), executionMethods: [row({ fees: [fee({ value: -1 })] })] },
      ['/items/0/executionMethods/0/fees/0/value'],
    ],
    [
      'half a đồng',
      { ...detail(), executionMethods: [row({ fees: [fee({ value: 0.5 })] })] },
      ['/items/0/executionMethods/0/fees/0/value'],
    ],
    [
      'a time that is none',
      { ...detail(), procedureProposal: { publicationDate: 'May' } },
      ['/items/0/procedureProposal/publicationDate'],
    ],
    ['a list that is none', { ...detail(), executionMethods: 7 }, ['/items/0/executionMethods']],
    [
      'an unknown channel of LayThuTuc',
      { ...layThuTuc(), CACHTHUCTHUCHIEN: [{ KENH: '9' }] },
      ['/items/0/CACHTHUCTHUCHIEN/0/KENH'],
    ],
    [
      'a law with neither a code nor a name',
      { ...detail(), legalBasisesDetails: [{}] },
      ['/items/0/legalBasisesDetails/0/name'],
    ],
  ])('%s, is left out and asked, and refuses nothing else', (_, item, expected) => {
    const result = readItem(item, '/items/0');
    if (!result.draft) throw new Error('nothing was read');
    expect(result.unread.map(({ pointer }) => pointer)).toEqual(expected);
    const said = result.draft.remarks.questions.filter(({ code }) => code === 'NOT_READ');
    expect(said.map(({ question }) => question.en)).toEqual([
      expect.stringContaining(String(expected[0]).slice('/items/0'.length)),
    ]);
  });

  it('is no title of a law: its code stands for it', () => {
    const { definition, remarks } = read({ ...detail(), legalBasisesDetails: [{ code: '12/2026/NĐ-CP' }] });
    expect(definition.legalBasis).toEqual([{ code: '12/2026/NĐ-CP', name: '12/2026/NĐ-CP' }]);
    expect(remarks.questions.map(({ code }) => code)).not.toContain('NOT_READ');
  });
});

describe('what an import never guesses', () => {
  const fees = (...given: Item[]): ImportedDraft => read({ ...detail(), executionMethods: [row({ fees: given })] });
  const paper = (name: string): Item => ({ code: name, name, originalQty: 1, copyQty: 0 });
  const cases = (...given: [string, ...string[]][]): ImportedDraft =>
    read({
      ...detail(),
      executionMethods: [row()],
      executionCases: given.map(([name, ...papers]) => ({ name, profileComponents: papers.map(paper) })),
    });

  it('asks whether several amounts of one row are owed together', () => {
    const two = [
      fee({ value: 40_000, description: 'Cấp mới: 40.000' }),
      fee({ value: 20_000, description: 'Cấp lại: 20.000' }),
    ];
    expect(asked(fees(...two))).toContain('FEES_ARE_CASES');
    expect(
      asked(fees(fee({ description: 'Phí thẩm định' }), fee({ value: 10_000, description: 'Lệ phí cấp giấy' }))),
    ).not.toContain('FEES_ARE_CASES');
  });

  it.each([
    ['- Mức lệ phí cụ thể: 50.000', 'lePhi'],
    ['Nộp lệ phí 75.000 đồng', 'lePhi'],
    ['Lệ phí cấp giấy', 'lePhi'],
    ['Phí, lệ phí theo biểu', 'phi'],
    ['Phí thẩm định', 'phi'],
  ])('takes %j for %s', (description, kind) => {
    expect(fees(fee({ description })).tariff?.map((line) => line.kind)).toEqual([kind]);
  });

  it.each([
    ['Thu theo quy định; miễn phí cho hộ nghèo', [null]],
    ['Miễn lệ phí đối với trẻ em', [null]],
    ['Lệ phí: miễn', []],
    ['Không thu phí', []],
    ['', []],
  ])('takes 0 with the note %j for the amounts %j', (description, amounts) => {
    expect(fees(fee({ value: 0, description })).tariff?.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('takes a bare 0 beside a note that the council sets the fee for no more free than that', () => {
    const draft = read({
      ...detail(),
      executionMethods: [
        row({
          submissionMethod: 'ONLINE',
          fees: [fee({ value: 0, description: 'Theo Nghị quyết của Hội đồng nhân dân' })],
        }),
        row({ fees: [fee({ value: 0, description: '' })] }),
      ],
    });
    expect(draft.tariff).toMatchObject([{ amount: null, channels: ['counter', 'online'] }]);
  });

  it('asks where several cases stand under one term, and adds what a case says to hand in besides', () => {
    const draft = cases(['* Thành phần hồ sơ:', 'Đơn'], ['Trường hợp ủy quyền phải kèm theo', 'Giấy ủy quyền']);
    expect(asked(draft)).toContain('PAPERS_OF_VARIANT_UNCLEAR');
    expect(draft.definition.variants.map(({ name, components }) => [name, components.map((one) => one.name)])).toEqual([
      ['Thành phần hồ sơ', ['Đơn']],
      ['Trường hợp ủy quyền phải kèm theo', ['Đơn', 'Giấy ủy quyền']],
    ]);
  });

  it('asks where no paper is named', () => {
    expect(asked(read({ ...detail(), executionCases: [] }))).toContain('PAPERS_MISSING');
  });
});

describe('headlines of crawled text', () => {
  const headline = {
    ma_thu_tuc: '2.000815',
    ten_thu_tuc: 'Chứng thực bản sao',
    linh_vuc: 'Chứng thực',
    cap_thuc_hien: 'Cấp xã, Cơ quan khác',
    co_quan_thuc_hien: 'Uỷ ban Nhân dân cấp xã, phường, thị trấn, Cơ quan đại diện có thẩm quyền',
    doi_tuong_thuc_hien: 'Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)',
    cach_thuc_thuc_hien: 'Trực tiếp2,000 Việt Nam Đồng',
  };

  it('are drafts with nothing but the headline, the text as given', () => {
    const draft = read(headline);
    expect(draft.definition).toMatchObject({
      name: 'Chứng thực bản sao',
      level: 'commune',
      channels: ['counter'],
      onlineLevel: 'information',
      variants: [],
      subjects: ['citizen', 'other'],
      asGiven: { termAndFee: 'Trực tiếp2,000 Việt Nam Đồng' },
    });
    expect(draft.agencies.map(({ name }) => name)).toEqual([
      'Uỷ ban Nhân dân cấp xã, phường, thị trấn',
      'Cơ quan đại diện có thẩm quyền',
    ]);
    expect(asked(draft)).toEqual(['HEADLINE_ONLY', 'FEE_NOT_SET']);
    expect(draft.tariff).toBeUndefined();
  });

  it('are also read from the portal’s list', () => {
    expect(read({ ma_so: '1.015027', ten: 'Xét hưởng chế độ', linh_vuc: 'Chính sách' }).definition).toMatchObject({
      name: 'Xét hưởng chế độ',
      level: 'other',
    });
  });
});
