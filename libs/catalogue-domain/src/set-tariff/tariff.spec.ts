import { announceVersion } from '../announce-version/announce-version.js';
import { announced, at, definition, refusalOf, state, tariffLine, version } from '../testing.fixture.js';
import { assertTariff, setTariff } from './set-tariff.js';
import { tariffFaults } from './tariff-faults.js';
import type { TariffLine } from './tariff.js';
import { unmeasured } from './unmeasured.js';

const faultsOf = (lines: readonly Partial<TariffLine>[], isAnnounced = false): string[] =>
  tariffFaults(
    lines.map((line) => ({ ...tariffLine, ...line })),
    { variants: new Set(['default', 'other']), announced: isAnnounced },
  ).map(({ pointer, code }) => `${pointer} ${code}`);

const limited = (minimum: number | null, maximum: number | null): Partial<TariffLine> => ({
  measure: { field: 'so', unit: 'bản', per: 1, minimum, maximum },
});

describe('the lines of a tariff (R16)', () => {
  it.each<[string, readonly Partial<TariffLine>[], string[]]>([
    ['ends before it begins', [{ validTo: '2025-12-31' }], ['/lines/0/validTo WINDOW_EMPTY']],
    ['ends on its first day', [{ validTo: '2026-01-01' }], ['/lines/0/validTo WINDOW_EMPTY']],
    ['is of an unknown variant', [{ variant: 'none' }], ['/lines/0/variant VARIANT_UNKNOWN']],
    [
      'overlaps one of every variant, which comes first',
      [{ variant: 'default' }, {}],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
    [
      'shares one of two channels',
      [{ channels: ['counter', 'online'] }, { channels: ['online'] }],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
    [
      'shares one kind of applicant',
      [{ applicants: ['citizen', 'other'] }, { applicants: ['other'] }],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
    [
      'is at least more than at most',
      [{ measure: { field: 'so', unit: 'bản', per: 1, minimum: 2, maximum: 1 } }],
      ['/lines/0/measure/maximum LIMITS_CROSSED'],
    ],
    ['names a channel twice', [{ channels: ['counter', 'counter'] }], ['/lines/0/channels CHANNEL_TWICE']],
    [
      'is of every applicant beside one of a kind',
      [{ applicants: ['citizen'] }, {}, { applicants: ['other'], code: 'X' }],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
    [
      'is of a kind beside one of every applicant',
      [{}, { applicants: ['citizen'] }],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
    ['is there twice', [{}, {}], ['/lines/1/validFrom WINDOWS_OVERLAP']],
    ['overlaps one of every variant', [{}, { variant: 'default' }], ['/lines/1/validFrom WINDOWS_OVERLAP']],
    [
      'overlaps one that ends later',
      [{ validTo: '2026-07-02' }, { validFrom: '2026-07-01' }],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
    [
      'overlaps a later one',
      [{ validFrom: '2026-07-01' }, { validTo: '2026-07-02' }],
      ['/lines/1/validFrom WINDOWS_OVERLAP'],
    ],
  ])('are refused where one %s', (_, lines, faults) => {
    expect(faultsOf(lines)).toEqual(faults);
  });

  it.each<[string, readonly Partial<TariffLine>[]]>([
    ['follow each other', [{ validTo: '2026-07-01' }, { validFrom: '2026-07-01' }]],
    ['come before each other', [{ validFrom: '2026-07-01' }, { validTo: '2026-07-01' }]],
    ['are of other codes', [{}, { code: 'PHI' }]],
    ['have a minimum that is the maximum', [limited(2, 2)]],
    ['have a minimum alone', [limited(2, null)]],
    ['have a maximum alone', [limited(null, 2)]],
    ['are of other kinds of applicant', [{ applicants: ['citizen'] }, { applicants: ['enterprise'] }]],
    ['are of other variants', [{ variant: 'default' }, { variant: 'other' }]],
    ['are of other channels', [{ channels: ['counter'] }, { channels: ['online'] }]],
    ['leave an amount open before the procedure is announced', [{ amount: null }]],
  ])('may %s', (_, lines) => {
    expect(faultsOf(lines)).toEqual([]);
  });

  it('leave no amount open once the procedure is announced', () => {
    expect(faultsOf([{ amount: null }], true)).toEqual(['/lines/0/amount AMOUNT_NOT_SET']);
  });
});

describe('setting a tariff', () => {
  const question = {
    id: 'q1',
    code: 'FEE_NOT_SET',
    pointer: '/tariff/lines/0/amount',
    question: { vi: '?', en: '?' },
    answer: null,
  } as const;
  const set = { lines: [tariffLine], reason: null, actor: 'admin' };
  const now = at('2026-11-23T08:00:00');

  it('answers what drafts asked about fees, and leaves announced versions alone', () => {
    const draft = version({ version: 2, openQuestions: [question] });
    const before = state([announced, draft]);
    const { after, facts } = setTariff(before, set, now);
    expect(facts).toEqual([{ type: 'tariffSet', revision: 1, lines: [tariffLine], reason: null }]);
    expect(after.tariff).toEqual({ procedure: '1.001686', lines: [tariffLine], imported: false, revision: 1 });
    expect(after.procedure.versions[0]).toBe(announced);
    expect(after.procedure.versions[1]).toEqual({
      ...draft,
      openQuestions: [{ ...question, answer: { text: 'given', by: 'admin', at: '2026-11-23T08:00:00+07:00' } }],
      revision: 2,
    });
    expect(after.procedure.revision).toBe(4);
  });

  it('is refused with what is wrong with its lines, of the variants that any version has', () => {
    const wanted = (lines: readonly TariffLine[]) => () =>
      assertTariff(state([announced]), { lines, reason: null }, now);
    expect(wanted([{ ...tariffLine, variant: 'default' }])).not.toThrow();
    expect(refusalOf(wanted([tariffLine, { ...tariffLine, code: 'X', variant: 'none' }]))).toEqual({
      code: 'TARIFF.INVALID',
      faults: ['/lines/1/variant VARIANT_UNKNOWN'],
    });
  });

  it('has to say what each version owes in its days, from today on', () => {
    const effective = (number: number, effectiveFrom: string) =>
      version({ version: number, announcement: { ...announced.announcement!, effectiveFrom } });
    const versions = [announced, effective(2, '2026-11-23'), effective(3, '2026-12-01'), effective(4, '2027-01-01')];
    const gapsOf = (...lines: Partial<TariffLine>[]): string[] => {
      try {
        const wanted = { lines: lines.map((line) => ({ ...tariffLine, ...line })), reason: null };
        assertTariff(state(versions), wanted, now);
      } catch (error) {
        const { faults } = error as import('@motcua/kernel').Refusal<string>;
        return faults.map(({ code, detail }) => `${code} ${/^Trường hợp .*?(?=\. Nếu)/u.exec(detail.vi)?.[0] ?? ''}`);
      }
      return [];
    };
    expect(gapsOf({ validFrom: '2026-11-23' })).toEqual([]);
    expect(gapsOf({ channels: ['counter'] }, { channels: ['online'], validTo: '2027-01-01' })).toEqual([
      'FEE_NOT_SAID Trường hợp default, hình thức online: không có dòng nào từ ngày 2027-01-01',
    ]);
    expect(gapsOf({ channels: ['counter'] }, { channels: ['online'], validFrom: '2026-11-30' })).toEqual([
      'FEE_NOT_SAID Trường hợp default, hình thức online: không có dòng nào từ ngày 2026-11-23 đến trước ngày 2026-11-30',
    ]);
  });

  describe('by a measure', () => {
    const faultsOfMeasure = (schema: object, validTo: string | null = null): string[] => {
      const measure = { field: 'so', unit: 'bản', per: 1, minimum: null, maximum: null };
      const lines = [
        { ...tariffLine, measure, validTo },
        { ...tariffLine, code: 'KHAC' },
      ];
      return unmeasured({ ...definition, formSchema: { type: 'object', ...schema } }, lines, '2026-11-23').map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    };

    it.each<[string, object]>([
      ['a number', { properties: { so: { type: 'number' } }, required: ['so'] }],
      ['a whole number', { properties: { so: { type: 'integer' } }, required: ['so'] }],
    ])('names %s that the form requires', (_, schema) => {
      expect(faultsOfMeasure(schema)).toEqual([]);
    });

    it.each<[string, object]>([
      ['a number that may be left out', { properties: { so: { type: 'number' } }, required: [] }],
      ['a text', { properties: { so: { type: 'string' } }, required: ['so'] }],
      ['what the form does not have', { properties: {}, required: ['so'] }],
      ['anything of a form without fields', {}],
    ])('may not name %s, unless the line is over', (_, schema) => {
      expect(faultsOfMeasure(schema)).toEqual(['/lines/0/measure/field NOT_A_REQUIRED_NUMBER']);
      expect(faultsOfMeasure(schema, '2026-11-23')).toEqual([]);
      expect(faultsOfMeasure(schema, '2026-11-24')).toEqual(['/lines/0/measure/field NOT_A_REQUIRED_NUMBER']);
    });

    it('is not asked of a version that is over today', () => {
      const schema = { type: 'object', properties: { so: { type: 'number' } }, required: ['so'] };
      const next = version({
        version: 2,
        definition: { ...definition, formSchema: schema },
        announcement: { ...announced.announcement!, effectiveFrom: '2026-11-23' },
      });
      const lines = [{ ...tariffLine, ...limited(null, null) }];
      expect(() => assertTariff(state([announced, next]), { lines, reason: null }, now)).not.toThrow();
    });

    it('is asked of a line of one variant where a version has that one among others', () => {
      const [only] = definition.variants;
      const variants = [only!, { ...only!, code: 'other' }];
      const faults = (variant: string, of = variants) =>
        unmeasured({ ...definition, variants: of }, [{ ...tariffLine, ...limited(null, null), variant }], '2026-11-23');
      expect(faults('other')).toHaveLength(1);
      expect(faults('other', [only!])).toEqual([]);
    });

    it('is refused when it is set, and a version is not announced without what it is measured by', () => {
      const measure = { field: 'so', unit: 'bản', per: 1, minimum: null, maximum: null };
      const lines = [{ ...tariffLine, measure }];
      for (const versions of [[announced], [version()]]) {
        expect(refusalOf(() => assertTariff(state(versions), { lines, reason: null }, now))).toEqual({
          code: 'TARIFF.INVALID',
          faults: ['/lines/0/measure/field NOT_A_REQUIRED_NUMBER'],
        });
      }
      const tariff = { procedure: '1.001686', lines, imported: false, revision: 1 };
      const announcement = { decisionNumber: '2/QĐ', decidedOn: '2026-11-20', publishedOn: null };
      const known = { fields: new Set(['G10-NN12']), agencies: new Set(['H48.12']), schemaFault: undefined };
      expect(
        refusalOf(() =>
          announceVersion(
            state([version()], { tariff }),
            version(),
            { ...announcement, effectiveFrom: '2026-12-01' },
            known,
            now,
          ),
        ),
      ).toEqual({ code: 'PROCEDURE.NOT_READY', faults: ['/tariff/lines/0/measure/field NOT_A_REQUIRED_NUMBER'] });
    });
  });

  it('leaves announced versions alone, even those that still ask', () => {
    const asking = { ...announced, openQuestions: [question] };
    expect(setTariff(state([asking]), set, now).after.procedure.versions[0]).toBe(asking);
  });

  it('changes no version that asked nothing, and counts its own revisions', () => {
    const before = state([announced, version({ version: 2 })], {
      tariff: { procedure: '1.001686', lines: [], imported: true, revision: 7 },
    });
    const { after } = setTariff(before, set, now);
    expect(after.procedure).toBe(before.procedure);
    expect(after.tariff).toMatchObject({ imported: false, revision: 8 });
  });
});

describe('the past of a tariff (R16)', () => {
  // In force since 1 February; today is 23 November.
  const now = at('2026-11-23T08:00:00');
  const until = (validTo: string): TariffLine => ({ ...tariffLine, validTo });
  const from = (validFrom: string, change: Partial<TariffLine> = {}): TariffLine => ({
    ...tariffLine,
    validFrom,
    ...change,
  });
  const faults = (lines: readonly TariffLine[], reason: string | null = null, versions = [announced]): string[] => {
    const tariff = { procedure: '1.001686', lines: [tariffLine], imported: false, revision: 1 };
    try {
      assertTariff(state(versions, { tariff }), { lines, reason }, now);
    } catch (error) {
      return (error as import('@motcua/kernel').Refusal<string>).faults.map(
        (fault) => `${fault.pointer} ${fault.code}`,
      );
    }
    return [];
  };

  it.each<[string, readonly TariffLine[]]>([
    ['ends a line today, and another follows', [until('2026-11-23'), from('2026-11-23', { amount: 60_000 })]],
    ['cuts a window without a difference', [until('2026-06-01'), from('2026-06-01')]],
    ['says otherwise what held before the procedure did', [from('2026-02-01')]],
    ['names the channels in another order', [from('2026-01-01', { channels: ['online', 'counter'] })]],
    ['says what was left out', [from('2026-01-01', { applicants: null, measure: null })]],
    ['ends later', [until('2027-01-01'), from('2027-01-01', { amount: 60_000 })]],
    [
      'cuts a window thrice without a difference',
      [until('2026-04-01'), { ...from('2026-04-01'), validTo: '2026-06-01' }, from('2026-06-01')],
    ],
    ['is ended today', [until('2026-11-23'), from('2026-11-23', { amount: 60_000 })]],
  ])('is not rewritten by one that %s', (_, lines) => {
    expect(faults(lines)).toEqual([]);
  });

  it.each<[string, readonly TariffLine[], string[]]>([
    ['in the place of a line', [from('2026-01-01', { amount: 60_000 })], ['/lines/0 PAST_REWRITTEN']],
    [
      'by ending a line yesterday',
      [until('2026-11-22'), from('2026-11-22', { amount: 60_000 })],
      ['/lines/0 PAST_REWRITTEN', '/lines/1 PAST_REWRITTEN'],
    ],
    ['by another legal basis', [from('2026-01-01', { legalBasis: 'Nghị quyết' })], ['/lines/0 PAST_REWRITTEN']],
    ['by leaving all out', [], ['/lines PAST_REWRITTEN']],
    ['by beginning later', [from('2026-02-02')], ['/lines/0 PAST_REWRITTEN']],
    ['by a line more', [tariffLine, from('2026-03-01', { code: 'PHI' })], ['/lines/1 PAST_REWRITTEN']],
  ])('is not rewritten %s, but corrected with a reason', (_, lines, expected) => {
    expect(faults(lines)).toEqual(expected);
    expect(faults(lines, 'Nhập nhầm mức thu')).toEqual([]);
  });

  it('is rewritten by leaving out one of several lines', () => {
    const tariff = {
      procedure: '1.001686',
      lines: [tariffLine, { ...tariffLine, code: 'PHI' }],
      imported: false,
      revision: 1,
    };
    const set = () => assertTariff(state([announced], { tariff }), { lines: [tariffLine], reason: null }, now);
    expect(refusalOf(set)).toEqual({ code: 'TARIFF.INVALID', faults: ['/lines PAST_REWRITTEN'] });
  });

  it('keeps apart what holds again after a pause', () => {
    const paused = [until('2026-06-01'), from('2026-07-01')];
    const tariff = {
      procedure: '1.001686',
      lines: [...paused, { ...tariffLine, code: 'PHI' }],
      imported: false,
      revision: 1,
    };
    const set = (lines: readonly TariffLine[]) => () =>
      assertTariff(
        state([announced], { tariff }),
        { lines: [...lines, { ...tariffLine, code: 'PHI' }], reason: null },
        now,
      );
    expect(set(paused)).not.toThrow();
    expect(refusalOf(set([until('2026-06-02'), from('2026-07-01')]))).toMatchObject({ code: 'TARIFF.INVALID' });
    const rest = [until('2026-06-01'), { ...from('2026-07-01'), validTo: '2026-08-01' }, from('2026-08-01')];
    expect(set(rest)).not.toThrow();
  });

  it('is none where the procedure is in force from today, or has never been announced', () => {
    const lines = [from('2026-01-01', { amount: 60_000 })];
    const fromToday = version({ announcement: { ...announced.announcement!, effectiveFrom: '2026-11-23' } });
    expect(faults(lines, null, [fromToday])).toEqual([]);
  });

  it('is none before the procedure is in force', () => {
    expect(faults([from('2026-01-01', { amount: 60_000 })], null, [version()])).toEqual([]);
  });
});
