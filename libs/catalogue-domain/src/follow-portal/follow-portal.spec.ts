import { KnownNames } from '../import-procedures/known-names.js';
import { readItem } from '../import-procedures/read-item.js';
import type { ProcedureState } from '../procedure/procedure-state.js';
import { agency, announced, at, definition, refusalOf, state, tariffLine, version } from '../testing.fixture.js';
import { compareAgain } from './compare-again.js';
import { dismissDifference, takeDifference } from './decide-difference.js';
import { type HeardOfProcedure, hearOfProcedure } from './hear-of-procedure.js';
import type { PortalDifference } from './portal-difference.js';

const NOW = at('2026-12-01T08:00:00');
const names = new KnownNames([{ code: 'G10-NN12', name: 'Thú y', revision: 1 }], [agency]);
const way = (KENH: string, days: string | null, fees: readonly object[] = []) => ({
  KENH,
  THOIGIAN: [{ THOIGIANGIAIQUYET: days, DONVITINH: 'Ngày làm việc', MOTA: '', PHILEPHI: fees }],
});
/** What the portal says of the procedure that the catalogue has, word for word the same. */
const SAME = {
  MATTHC: '1.001686',
  TENTTHC: 'Cấp chứng chỉ hành nghề thú y',
  LINHVUCTHUCHIEN: [{ MALINHVUC: 'G10-NN12', TENLINHVUC: 'Thú y' }],
  CACHTHUCTHUCHIEN: [way('Trực tiếp', '5'), way('Trực tuyến', '5')],
  THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ MAGIAYTO: 'G1', TENMAUDON: 'Đơn', URL: '' }] }],
  KETQUATHUCHIEN: [{ MAKETQUA: 'K1', TENKETQUA: 'Chứng chỉ' }],
  COQUANTHUCHIEN: [{ MADONVI: 'H48.12', TENDONVI: 'Sở Nông nghiệp và Môi trường' }],
};
/** A procedure that the catalogue does not have. */
const NONE = state([]);
const ours = (change: Partial<ProcedureState> = {}): ProcedureState => state([announced], change);
function hear(
  item: object,
  before?: PortalDifference,
  known: ProcedureState | undefined = ours(),
  change: Partial<HeardOfProcedure> = {},
): PortalDifference | undefined {
  const heard: HeardOfProcedure = {
    procedure: '1.001686',
    portalRevision: (before?.portalRevision ?? 0) + 1,
    name: 'Cấp chứng chỉ hành nghề thú y',
    listed: true,
    item: item as HeardOfProcedure['item'],
    contentHash: JSON.stringify(item),
    at: NOW,
    ...change,
  };
  return hearOfProcedure(before, heard, readItem(item, '/item'), known, names, NOW);
}
const differing = (change: object, known?: ProcedureState) =>
  hear({ ...SAME, ...change }, undefined, known)?.fields.map(({ field, ours: a, theirs: b }) => [field, a, b]);
const by = { actor: 'keeper', reason: 'Theo Quyết định 12/QĐ-UBND' };
const take = (before: PortalDifference, known: ProcedureState | undefined = ours()) =>
  takeDifference(before, known, () => readItem(before.item, '/item'), names, by, NOW);

describe('a procedure of the portal, compared with ours', () => {
  it('that says the same is settled, and so is one that says nothing of what we know', () => {
    expect(hear(SAME)).toMatchObject({ state: 'settled', kind: 'changed', fields: [] });
    const { THANHPHANHOSO: _, KETQUATHUCHIEN: __, COQUANTHUCHIEN: ___, ...less } = SAME;
    expect(hear({ ...less, CACHTHUCTHUCHIEN: [], YEUCAU: '', CANCUPHAPLY: [] })).toMatchObject({ state: 'settled' });
  });

  it('is compared with a version that an older program stored without its texts', () => {
    const { conditions: _, instructions: __, ...older } = announced.definition;
    const known = state([{ ...announced, definition: older as typeof announced.definition }]);
    expect(hear(SAME, undefined, known)).toMatchObject({ state: 'settled' });
    expect(differing({ YEUCAU: 'Có bằng thú y' }, known)).toEqual([['conditions', [], ['Có bằng thú y']]]);
  });

  it.each<[string, object, [string, string[], string[]]]>([
    [
      'another name',
      { TENTTHC: 'Cấp lại chứng chỉ' },
      ['name', ['Cấp chứng chỉ hành nghề thú y'], ['Cấp lại chứng chỉ']],
    ],
    [
      'another field',
      { LINHVUCTHUCHIEN: [{ MALINHVUC: 'G10-NN01', TENLINHVUC: 'Nông nghiệp' }] },
      ['field', ['G10-NN12 Thú y'], ['G10-NN01 Nông nghiệp']],
    ],
    [
      'another agency',
      { COQUANTHUCHIEN: [{ MADONVI: '', TENDONVI: 'Ủy ban nhân dân cấp xã' }] },
      ['agencies', ['H48.12'], ['Ủy ban nhân dân cấp xã']],
    ],
    [
      'another channel',
      { CACHTHUCTHUCHIEN: [way('Trực tuyến', '5')] },
      ['channels', ['counter', 'online'], ['online']],
    ],
    [
      'another term',
      { CACHTHUCTHUCHIEN: [way('Trực tiếp', '7'), way('Trực tuyến', '7')] },
      ['terms', ['Cấp mới: 5 ngày làm việc'], ['Trường hợp chung: 7 ngày làm việc']],
    ],
    [
      'another paper',
      { THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ TENMAUDON: 'Đơn' }, { TENMAUDON: 'Bằng cấp' }] }] },
      ['papers', ['Đơn'], ['Đơn', 'Bằng cấp']],
    ],
    [
      'another number of copies',
      { THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ TENMAUDON: 'Đơn', SOBANCHINH: '2', SOBANSAO: '0' }] }] },
      ['papers', ['Đơn (1 bản chính, 0 bản sao)'], ['Đơn (2 bản chính, 0 bản sao)']],
    ],
    ['another result', { KETQUATHUCHIEN: [{ TENKETQUA: 'Giấy phép' }] }, ['results', ['Chứng chỉ'], ['Giấy phép']]],
    [
      'another basis',
      { CANCUPHAPLY: [{ SOHIEU: '12/2026/NĐ-CP', TRICHYEU: 'Nghị định' }] },
      ['legalBasis', [], ['12/2026/NĐ-CP Nghị định']],
    ],
    ['conditions', { YEUCAU: 'Có bằng bác sĩ thú y' }, ['conditions', [], ['Có bằng bác sĩ thú y']]],
    ['instructions', { TRINHTUTHUCHIEN: 'Bước 1: nộp' }, ['instructions', [], ['Bước 1: nộp']]],
    [
      'other subjects',
      { DOITUONGTHUCHIEN: [{ TENDOITUONG: 'Doanh nghiệp' }] },
      ['subjects', ['citizen'], ['enterprise']],
    ],
    [
      'a basis that only one of two has a code for',
      { CANCUPHAPLY: [{ SOHIEU: '12/2026/NĐ-CP', TRICHYEU: 'Nghị định' }, { TRICHYEU: 'Luật Thú y' }] },
      ['legalBasis', [], ['Nghị định', 'Luật Thú y']],
    ],
    [
      'a count of one of its papers',
      { THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [{ TENMAUDON: 'Đơn' }, { TENMAUDON: 'Bằng', SOBANSAO: '2' }] }] },
      ['papers', ['Đơn (1 bản chính, 0 bản sao)'], ['Đơn (1 bản chính, 0 bản sao)', 'Bằng (0 bản chính, 2 bản sao)']],
    ],
  ])('with %s differs in that and in nothing else', (_, change, difference) => {
    expect(differing(change)).toEqual([difference]);
  });

  it('differs in no blank, capital, order of a list, name of a case or number that came as one', () => {
    expect(
      differing({
        TENTTHC: '  cấp chứng chỉ  hành nghề THÚ Y',
        CACHTHUCTHUCHIEN: [
          way('Trực tuyến', '5'),
          { ...way('Trực tiếp', null), THOIGIAN: [{ THOIGIANGIAIQUYET: 5, DONVITINH: 'ngày làm việc' }] },
        ],
        THANHPHANHOSO: [{ TRUONGHOP: 'Trường hợp khác', GIAYTO: [{ TENMAUDON: '- Đơn;' }] }],
      }),
    ).toEqual([]);
  });

  const defined = (change: Partial<typeof definition>): ProcedureState =>
    state([{ ...announced, definition: { ...definition, ...change } }]);

  it.each<[string, object, ProcedureState]>([
    [
      'a field that it names without a code, as we do',
      { LINHVUCTHUCHIEN: [{ TENLINHVUC: 'LĨNH VỰC RIÊNG' }] },
      defined({ field: { code: 'G99', name: 'Lĩnh vực riêng' } }),
    ],
    [
      'a field that it calls otherwise by the same code',
      { LINHVUCTHUCHIEN: [{ MALINHVUC: 'g99', TENLINHVUC: 'Tên khác' }] },
      defined({ field: { code: 'G99', name: 'Lĩnh vực riêng' } }),
    ],
    [
      'a basis that it calls otherwise by the same code',
      { CANCUPHAPLY: [{ SOHIEU: '12/2026/NĐ-CP', TRICHYEU: 'Nghị định mới' }] },
      defined({ legalBasis: [{ code: '12/2026/nđ-cp', name: 'Nghị định' }] }),
    ],
    [
      'a basis that it names without a code, as we do',
      { CANCUPHAPLY: [{ TRICHYEU: 'LUẬT THÚ Y' }] },
      defined({ legalBasis: [{ code: 'L1', name: 'Luật Thú y' }] }),
    ],
    [
      'agencies of which it names one that nobody knows: that is asked first',
      { COQUANTHUCHIEN: [...SAME.COQUANTHUCHIEN, { MADONVI: '', TENDONVI: 'Sở Lạ' }] },
      defined({ competentAgencies: null, competentLevel: 'commune' }),
    ],
  ])('does not differ in %s', (_, change, known) => {
    expect(differing(change, known)).toEqual([]);
  });

  it('has as many terms as cases, and each paper once for all of them', () => {
    const [variant] = definition.variants;
    const known = defined({ variants: [variant!, { ...variant!, code: 'TH2', name: 'Cấp lại' }] });
    expect(differing({}, known)).toEqual([
      ['terms', ['Cấp mới: 5 ngày làm việc', 'Cấp lại: 5 ngày làm việc'], ['Trường hợp chung: 5 ngày làm việc']],
    ]);
  });

  it.each([
    ['2026-12-01', null, true],
    ['2026-12-02', null, false],
    ['2026-01-01', '2026-12-01', false],
    ['2026-01-01', '2026-12-02', true],
    ['2026-12-02', '2026-12-03', false],
  ])('is compared with the fees that hold on its day: those from %s until %s', (validFrom, validTo, hold) => {
    const lines = [{ ...tariffLine, validFrom, validTo }];
    const known = ours({ tariff: { procedure: '1.001686', revision: 1, imported: false, lines } });
    const free = {
      CACHTHUCTHUCHIEN: ['Trực tiếp', 'Trực tuyến'].map((channel) =>
        way(channel, '5', [{ SOTIEN: '0', DONVI: 'Đồng', MOTA: 'Miễn phí' }]),
      ),
    };
    expect(differing(free, known)).toEqual(hold ? [['fees', ['Lệ phí: 50.000 đồng'], ['Không thu']]] : []);
  });

  it('differs in a fee that is another, or none any more, and not in one that it leaves to the provincial council', () => {
    const paid = ours({ tariff: { procedure: '1.001686', revision: 1, imported: false, lines: [tariffLine] } });
    const fees = (SOTIEN: unknown, MOTA = '') => ({
      CACHTHUCTHUCHIEN: ['Trực tiếp', 'Trực tuyến'].map((channel) =>
        way(channel, '5', [{ SOTIEN, DONVI: 'Đồng', MOTA }]),
      ),
    });
    expect(differing(fees('50.000'), paid)).toEqual([]);
    expect(differing(fees('70000', 'Lệ phí'), paid)).toEqual([
      ['fees', ['Lệ phí: 50.000 đồng'], ['Lệ phí: 70.000 đồng']],
    ]);
    expect(differing(fees('0', 'Miễn phí'), paid)).toEqual([['fees', ['Lệ phí: 50.000 đồng'], ['Không thu']]]);
    expect(differing(fees(null), paid)).toEqual([]);
    expect(differing(fees('0', 'Theo nghị quyết của HĐND'), paid)).toEqual([]);
    expect(differing(fees('0', 'Miễn phí'))).toEqual([]);
    const lines = [{ ...tariffLine, amount: 0 }];
    const free = ours({ tariff: { procedure: '1.001686', revision: 1, imported: false, lines } });
    expect(differing(fees('70000', 'Lệ phí'), free)).toEqual([['fees', ['Không thu'], ['Lệ phí: 70.000 đồng']]]);
  });

  it('is new where we have none, gone where the list has it no more, and neither after a repeal', () => {
    expect(hear(SAME, undefined, NONE)).toMatchObject({ kind: 'new', state: 'open' });
    expect(hear(SAME, undefined, ours(), { listed: false })).toMatchObject({ kind: 'gone', state: 'open', fields: [] });
    const repeal = { from: '2026-06-01', decisionNumber: '9/QĐ' };
    const repealed = ours({ procedure: { ...ours().procedure, repeal } });
    expect(hear(SAME, undefined, repealed, { listed: false })).toMatchObject({ state: 'settled' });
    expect(hear(SAME, undefined, repealed)).toMatchObject({
      state: 'open',
      fields: [{ field: 'repeal', ours: ['Bãi bỏ từ ngày 2026-06-01'], theirs: ['Đang công khai trên Cổng'] }],
    });
    const from = (day: string) => ours({ procedure: { ...ours().procedure, repeal: { ...repeal, from: day } } });
    expect(hear(SAME, undefined, from('2026-12-01'))).toMatchObject({ fields: [{ field: 'repeal' }] });
    expect(hear(SAME, undefined, from('2026-12-02'))).toMatchObject({ fields: [] });
    expect(hear(SAME, undefined, NONE, { listed: false })).toMatchObject({ state: 'settled' });
  });

  it('that cannot be read is shown with its faults, and cannot be taken', () => {
    const found = hear({ ...SAME, TENTTHC: '' })!;
    expect(found).toMatchObject({ state: 'open', fields: [], faults: [{ code: 'MISSING' }] });
    expect(refusalOf(() => take(found))).toEqual({ code: 'DIFFERENCE.NOT_TAKEN', faults: ['/item/TENTTHC MISSING'] });
  });

  it('of which a part cannot be read differs by that, and becomes a draft that asks for it', () => {
    const found = hear({ ...SAME, THANHPHANHOSO: 7 })!;
    expect(found).toMatchObject({ state: 'open', faults: [{ pointer: '/item/THANHPHANHOSO', code: 'NOT_A_LIST' }] });
  });

  it('is compared with the version announced last, unless the newest draft says the same already', () => {
    const draft = (name: string) => version({ version: 2, definition: { ...definition, name } });
    const beside = (name: string) => ours({ procedure: { ...ours().procedure, versions: [announced, draft(name)] } });
    expect(differing({ TENTTHC: 'Tên mới' }, beside('Tên mới'))).toEqual([]);
    expect(differing({ TENTTHC: 'Tên mới' }, beside('Tên khác'))).toEqual([
      ['name', ['Cấp chứng chỉ hành nghề thú y'], ['Tên mới']],
    ]);
  });
});

describe('a difference', () => {
  const open = hear({ ...SAME, TENTTHC: 'Tên mới' })!;

  it('is proposed once, however often it is told, and not by what was told before', () => {
    expect(hear(open.item, open, ours(), { portalRevision: 1 })).toBeUndefined();
    expect(hear(SAME, { ...open, portalRevision: 3 }, ours(), { portalRevision: 2 })).toBeUndefined();
  });

  it('keeps since when it is there, until the portal agrees', () => {
    const later = at('2026-12-05T08:00:00');
    expect(hear({ ...SAME, TENTTHC: 'Tên khác' }, open, ours(), { at: later })).toMatchObject({ since: NOW });
    const settled = hear(SAME, open, ours(), { at: later })!;
    expect(settled).toMatchObject({ state: 'settled', revision: 2 });
    expect(hear(open.item, settled, ours(), { at: later })).toMatchObject({ state: 'open', since: later });
  });

  it('that was dismissed does not come back until the portal changes it again', () => {
    const dismissed = dismissDifference(open, by, NOW);
    expect(dismissed).toMatchObject({ state: 'dismissed', decidedBy: 'keeper', reason: by.reason, revision: 2 });
    expect(hear(open.item, dismissed)).toMatchObject({ state: 'dismissed', portalRevision: 2, revision: 3 });
    expect(hear({ ...SAME, TENTTHC: 'Tên mới hơn' }, dismissed)).toMatchObject({ state: 'open', reason: null });
    expect(refusalOf(() => dismissDifference(dismissed, by, NOW)).code).toBe('DIFFERENCE.NOT_OPEN');
    expect(refusalOf(() => take(dismissed)).code).toBe('DIFFERENCE.NOT_OPEN');
  });

  it('that is taken makes the next draft: ours, with what the portal says otherwise, each named; what is in force stays (R14)', () => {
    const found = hear({
      ...SAME,
      TENTTHC: 'Tên mới',
      CACHTHUCTHUCHIEN: [way('Trực tiếp', '7'), way('Trực tuyến', '7')],
    })!;
    const { after, decision } = take(found);
    expect(after).toMatchObject({ state: 'taken', draftVersion: 2, decidedBy: 'keeper' });
    const [inForce, draft] = decision!.after.procedure.versions;
    expect(inForce).toBe(announced);
    expect(draft).toMatchObject({
      version: 2,
      origin: 'imported',
      announcement: null,
      openQuestions: [],
      definition: {
        ...definition,
        name: 'Tên mới',
        variants: [{ ...definition.variants[0], term: { amount: 7, unit: 'workingDay' } }],
        asGiven: { agencies: [{ code: 'H48.12' }] },
      },
    });
    expect(draft!.notes.filter(({ code }) => code === 'PORTAL_DIFFERS').map(({ note }) => note.vi)).toEqual([
      'Cổng ghi khác: Cấp chứng chỉ hành nghề thú y → Tên mới',
      'Cổng ghi khác: Cấp mới: 5 ngày làm việc → Trường hợp chung: 7 ngày làm việc',
    ]);
    expect(decision!.facts).toEqual([{ type: 'versionImported', version: 2, contentHash: found.contentHash }]);
  });

  it('in fees or in the number of cases asks the officer, and moves no tariff', () => {
    const row = (MOTA: string, THOIGIANGIAIQUYET: string) => ({
      THOIGIANGIAIQUYET,
      DONVITINH: 'Ngày làm việc',
      MOTA,
      PHILEPHI: [{ SOTIEN: '20000', DONVI: 'Đồng', MOTA: 'Lệ phí' }],
    });
    const CACHTHUCTHUCHIEN = ['Trực tiếp', 'Trực tuyến'].map((KENH) => ({
      KENH,
      THOIGIAN: [row('Cấp mới', '5'), row('Cấp lại', '3')],
    }));
    const { decision } = take(hear({ ...SAME, CACHTHUCTHUCHIEN })!);
    expect(decision!.after.tariff).toBeNull();
    expect(decision!.after.procedure.versions[1]!.openQuestions.map(({ code }) => code)).toEqual([
      'CASES_CHANGED',
      'FEES_CHANGED',
    ]);
  });

  it('of a new procedure becomes the first draft, with what the portal leaves open', () => {
    const { after, decision } = take(hear(SAME, undefined, NONE)!, NONE);
    expect(after.draftVersion).toBe(1);
    expect(
      decision!.after.procedure.versions.map(({ openQuestions }) => openQuestions.map(({ code }) => code)),
    ).toEqual([['ONLINE_REASON_MISSING', 'LEVEL_UNCLEAR']]);
  });

  it('takes no draft of a person away', () => {
    const written = version({ version: 2, definition: { ...definition, name: 'Do người viết' } });
    const beside = ours({ procedure: { ...ours().procedure, versions: [announced, written] } });
    expect(refusalOf(() => take(open, beside))).toEqual({
      code: 'DIFFERENCE.NOT_TAKEN',
      faults: ['/items/0 DRAFT_EDITED'],
    });
  });

  it('that ours agrees with by now, or that is gone, is taken note of', () => {
    const renamed = { ...announced, definition: { ...definition, name: 'Tên mới' } };
    expect(take(open, ours({ procedure: { ...ours().procedure, versions: [renamed] } }))).toEqual({
      after: expect.objectContaining({ state: 'taken', draftVersion: null }),
    });
    const gone = hear({ ...SAME, TENTTHC: 'Tên mới' }, undefined, ours(), { listed: false })!;
    expect(take(gone)).toEqual({ after: expect.objectContaining({ state: 'taken' }) });
  });
});

describe('a procedure of the portal, compared again because ours has changed', () => {
  const again = (before: PortalDifference, known: ProcedureState | undefined, now = at('2026-12-05T08:00:00')) =>
    compareAgain(before, readItem(before.item, '/item'), known, names, now);
  const renamed = { ...SAME, TENTTHC: 'Cấp lại chứng chỉ' };
  const said = (name: string): ProcedureState =>
    state([{ ...announced, definition: { ...announced.definition, name } }]);

  it('is settled where ours says the same by now, and open again, since then, where it does no longer', () => {
    const open = hear(renamed)!;
    expect(open).toMatchObject({ state: 'open', revision: 1 });
    const settled = again(open, said('Cấp lại chứng chỉ'))!;
    expect(settled).toMatchObject({ state: 'settled', fields: [], since: NOW, revision: 2 });
    expect(again(settled, ours())).toMatchObject({
      state: 'open',
      fields: [{ field: 'name', ours: ['Cấp chứng chỉ hành nghề thú y'], theirs: ['Cấp lại chứng chỉ'] }],
      since: at('2026-12-05T08:00:00'),
      revision: 3,
    });
  });

  it('shows what differs by now, and since when it has differed', () => {
    const open = hear(renamed)!;
    expect(again(open, said('Cấp chứng chỉ thú y'))).toMatchObject({
      state: 'open',
      fields: [{ field: 'name', ours: ['Cấp chứng chỉ thú y'], theirs: ['Cấp lại chứng chỉ'] }],
      since: NOW,
    });
    expect(again(open, ours())).toBeUndefined();
  });

  it('is no longer new once we have it, and no longer gone once it is repealed here', () => {
    const fresh = hear(SAME, undefined, NONE)!;
    expect(fresh).toMatchObject({ kind: 'new', state: 'open' });
    expect(again(fresh, ours())).toMatchObject({ kind: 'changed', state: 'settled' });
    const gone = hear(SAME, undefined, ours(), { listed: false })!;
    expect(gone).toMatchObject({ kind: 'gone', state: 'open' });
    expect(again(gone, NONE)).toMatchObject({ kind: 'gone', state: 'settled' });
  });

  it('stays as somebody has decided', () => {
    const dismissed = dismissDifference(hear(renamed)!, by, NOW);
    expect(again(dismissed, said('Cấp lại chứng chỉ'))).toBeUndefined();
  });
});
