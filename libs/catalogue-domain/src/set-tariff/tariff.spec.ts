import { announced, at, refusalOf, state, tariffLine, version } from '../testing.fixture.js';
import { assertTariff, setTariff } from './set-tariff.js';
import { tariffFaults } from './tariff-faults.js';
import type { TariffLine } from './tariff.js';

const faultsOf = (lines: readonly Partial<TariffLine>[], isAnnounced = false): string[] =>
  tariffFaults(
    lines.map((line) => ({ ...tariffLine, ...line })),
    { variants: new Set(['default', 'other']), announced: isAnnounced },
  ).map(({ pointer, code }) => `${pointer} ${code}`);

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
  const set = { lines: [tariffLine], actor: 'admin' };
  const now = at('2026-11-23T08:00:00');

  it('answers what drafts asked about fees, and leaves announced versions alone', () => {
    const draft = version({ version: 2, openQuestions: [question] });
    const before = state([announced, draft]);
    const { after, facts } = setTariff(before, set, now);
    expect(facts).toEqual([{ type: 'tariffSet', revision: 1, lines: [tariffLine] }]);
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
    const { procedure } = state([announced]);
    expect(() => assertTariff(procedure, [{ ...tariffLine, variant: 'default' }], now)).not.toThrow();
    expect(
      refusalOf(() => assertTariff(procedure, [tariffLine, { ...tariffLine, code: 'X', variant: 'none' }], now)),
    ).toEqual({
      code: 'TARIFF.INVALID',
      faults: ['/lines/1/variant VARIANT_UNKNOWN'],
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
