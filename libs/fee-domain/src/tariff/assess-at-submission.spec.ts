import fc from 'fast-check';
import { assess, type AssessmentInput } from './assess-at-submission.js';
import { exemptionsOpen } from '../policy/exemptions.js';
import type { Policy } from '../policy/largest-reduction.js';
import type { TariffLine } from './tariff-line.js';
import { termReduction } from '../policy/term-reduction.js';
import type { FeeRefusalCode } from '../refusal-codes.js';
import type { Refusal } from '@motcua/kernel';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+07:00`);

const line = (change: Partial<TariffLine> = {}): TariffLine => ({
  code: 'PHI-THAM-DINH',
  kind: 'phi',
  name: 'Phí thẩm định hồ sơ',
  amount: 230_000,
  variant: null,
  channels: ['counter', 'online', 'post'],
  collectedAt: 'beforeAcceptance',
  validFrom: '2026-01-01',
  validTo: null,
  ...change,
});

const anything = { fields: null, procedures: null, agencies: null, feeKinds: null, channels: null };

const policy = (change: Partial<Policy> = {}): Policy => ({
  code: 'QNG-ONLINE-50',
  kind: 'fee',
  basisPoints: 5_000,
  legalBasis: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND',
  validFrom: '2022-08-01',
  validTo: null,
  scope: anything,
  ...change,
});

const input = (change: Partial<AssessmentInput> = {}): AssessmentInput => ({
  procedure: { code: '1.001686', field: 'G09-XD05' },
  variant: 'DEFAULT',
  channel: 'online',
  agencyAncestors: ['H48', 'H48.12'],
  submittedAt: at('2026-11-23T15:00:00'),
  tariff: [line()],
  policies: [policy()],
  ...change,
});

function refusal(change: Partial<AssessmentInput>): Refusal<FeeRefusalCode> {
  try {
    assess(input(change));
  } catch (error) {
    return error as Refusal<FeeRefusalCode>;
  }
  throw new Error('nothing was refused');
}

describe('what a dossier owes', () => {
  it('is halved online, and says by which policy and on what legal basis (R17)', () => {
    expect(assess(input())).toEqual({
      lines: [
        {
          code: 'PHI-THAM-DINH',
          kind: 'phi',
          name: 'Phí thẩm định hồ sơ',
          base: 230_000,
          net: 115_000,
          collectedAt: 'beforeAcceptance',
          reduction: {
            policy: 'QNG-ONLINE-50',
            basisPoints: 5_000,
            legalBasis: 'Điều 2 Nghị quyết số 11/2022/NQ-HĐND',
          },
        },
      ],
      total: 115_000,
      due: { beforeAcceptance: 115_000, onDemand: 0, beforeReturn: 0 },
    });
  });

  it.each([
    [1, 5_000, 1], // 0.5
    [3, 5_000, 2], // 1.5
    [25, 3_000, 18], // 17.5
    [33_333, 2_500, 25_000], // 24,999.75
    [1_001, 3_333, 667], // 667.3667
    [100, 10_000, 0],
    [230_000, 0, 230_000],
  ])('of %d đồng less %d basis points is %d đồng: a half rounds up', (amount, basisPoints, net) => {
    const { lines } = assess(input({ tariff: [line({ amount })], policies: [policy({ basisPoints })] }));
    expect(lines[0]?.net).toBe(net);
  });

  it('is reduced by the largest policy that fits, never by the sum', () => {
    const policies = [
      policy({ code: 'A', basisPoints: 2_000 }),
      policy({ code: 'B', basisPoints: 3_000 }),
      policy({ code: 'C', basisPoints: 9_000, scope: { ...anything, channels: ['counter'] } }),
    ];
    expect(assess(input({ policies })).lines[0]).toMatchObject({ net: 161_000, reduction: { policy: 'B' } });
  });

  it('is reduced by the smallest policy there is, and of equal ones by the first by code', () => {
    expect(assess(input({ policies: [policy({ basisPoints: 1 })] })).lines[0]?.net).toBe(229_977);
    const equal = [policy({ code: 'B' }), policy({ code: 'A' }), policy({ code: 'C' })];
    expect(assess(input({ policies: equal })).lines[0]?.reduction?.policy).toBe('A');
  });

  it('has no reduction where none fits, where it is of nothing, or where nothing is owed', () => {
    const reductionOf = (change: Partial<AssessmentInput>) => assess(input(change)).lines[0]?.reduction;
    expect(reductionOf({ policies: [] })).toBeNull();
    expect(reductionOf({ policies: [policy({ basisPoints: 0 })] })).toBeNull();
    expect(reductionOf({ policies: [policy({ kind: 'term' })] })).toBeNull();
    expect(reductionOf({ tariff: [line({ amount: 0 })] })).toBeNull();
  });

  it('lists a line of 0 đồng, and totals nothing without lines', () => {
    expect(assess(input({ tariff: [line({ amount: 0 })] }))).toMatchObject({ lines: [{ base: 0, net: 0 }], total: 0 });
    expect(assess(input({ tariff: [] }))).toEqual({
      lines: [],
      total: 0,
      due: { beforeAcceptance: 0, onDemand: 0, beforeReturn: 0 },
    });
  });

  it('is apart by collection time', () => {
    const tariff = [line(), line({ code: 'LE-PHI', kind: 'lePhi', amount: 50_000, collectedAt: 'beforeReturn' })];
    expect(assess(input({ tariff, policies: [] }))).toMatchObject({
      total: 280_000,
      due: { beforeAcceptance: 230_000, onDemand: 0, beforeReturn: 50_000 },
    });
  });

  it.each([
    ['on the eve of its window', { validFrom: '2026-11-24' }, 0],
    ['on the first day of its window', { validFrom: '2026-11-23' }, 1],
    ['on the last day of its window', { validTo: '2026-11-24' }, 1],
    ['on the day that ends its window', { validTo: '2026-11-23' }, 0],
    ['for another variant', { variant: 'OTHER' }, 0],
    ['for its own variant', { variant: 'DEFAULT' }, 1],
    ['through another channel', { channels: ['counter', 'post'] }, 0],
    ['through its channel', { channels: ['online'] }, 1],
  ] as const)('has a line %s %#', (_, change, count) => {
    expect(assess(input({ tariff: [line(change)] })).lines).toHaveLength(count);
  });

  it('follows the day in Vietnam, where the tariff changes at midnight', () => {
    const tariff = [
      line({ amount: 100_000, validTo: '2027-01-01' }),
      line({ amount: 200_000, validFrom: '2027-01-01' }),
    ];
    const totalAt = (time: string) => assess(input({ tariff, policies: [], submittedAt: at(time) })).total;
    expect(totalAt('2026-12-31T23:59:59.999')).toBe(100_000);
    expect(totalAt('2027-01-01T00:00:00')).toBe(200_000);
  });

  it('cannot be said while the provincial council has not set an amount', () => {
    const tariff = [
      line({ amount: null }),
      line({ code: 'LE-PHI', amount: null }),
      line({ code: 'OTHER', amount: null, channels: ['counter'] }),
    ];
    expect(refusal({ tariff })).toMatchObject({
      code: 'FEE.NOT_SET',
      evidence: { lines: ['PHI-THAM-DINH', 'LE-PHI'] },
    });
    expect(refusal({ tariff: [line({ amount: null })] }).evidence).toEqual({ lines: ['PHI-THAM-DINH'] });
  });

  it('is not charged twice by a tariff whose windows overlap', () => {
    const tariff = [line(), line({ validFrom: '2026-06-01' }), line({ code: 'LE-PHI' })];
    expect(refusal({ tariff })).toMatchObject({
      code: 'FEE.TARIFF_AMBIGUOUS',
      evidence: { lines: ['PHI-THAM-DINH'] },
    });
  });
});

describe('a policy', () => {
  const reduces = (change: Partial<Policy>, of: Partial<AssessmentInput> = {}): boolean =>
    assess(input({ policies: [policy(change)], ...of })).lines[0]?.reduction !== null;

  it.each([
    ['from its first day', { validFrom: '2026-11-23' }, true],
    ['not on its eve', { validFrom: '2026-11-24' }, false],
    ['on its last day', { validTo: '2026-11-24' }, true],
    ['not on the day that ends it', { validTo: '2026-11-23' }, false],
  ])('reduces %s (at submission)', (_, change, fits) => {
    expect(reduces(change)).toBe(fits);
  });

  it.each([
    ['its field', { fields: ['G09-XD05'] }, true],
    ['another field', { fields: ['G03-GD10'] }, false],
    ['its procedure', { procedures: ['1.001686'] }, true],
    ['another procedure', { procedures: ['1.012766'] }, false],
    ['its agency', { agencies: ['H48.12'] }, true],
    ['an agency above it', { agencies: ['H48'] }, true],
    ['an agency below it', { agencies: ['H48.12.1'] }, false],
    ['an agency whose code merely begins alike', { agencies: ['H48.1'] }, false],
    ['its kind of fee', { feeKinds: ['phi'] }, true],
    ['the other kind', { feeKinds: ['lePhi'] }, false],
    ['its channel', { channels: ['online'] }, true],
    ['other channels', { channels: ['counter', 'post'] }, false],
    ['no agency at all', { agencies: [] }, false],
    ['its field through another channel', { fields: ['G09-XD05'], channels: ['counter'] }, false],
  ] as const)('for %s reduces or not %#', (_, scope, fits) => {
    expect(reduces({ scope: { ...anything, ...scope } })).toBe(fits);
  });
});

describe('the reduction of the term (R17)', () => {
  const term = policy({
    code: 'QNG-TERM-20',
    kind: 'term',
    basisPoints: 2_000,
    legalBasis: 'Quyết định số 906/QĐ-UBND',
  });
  const reductionAt = (time: string, policies: readonly Policy[]) => {
    const { procedure, channel, agencyAncestors } = input();
    return termReduction({ procedure, channel, agencyAncestors, policies, acceptedAt: at(time) });
  };

  it('binds by its window at acceptance', () => {
    const policies = [{ ...term, validFrom: '2026-11-25', validTo: '2026-11-26' }];
    expect(reductionAt('2026-11-24T23:59:59', policies)).toBeNull();
    expect(reductionAt('2026-11-25T08:10:00', policies)).toEqual({
      policy: 'QNG-TERM-20',
      basisPoints: 2_000,
      legalBasis: 'Quyết định số 906/QĐ-UBND',
    });
    expect(reductionAt('2026-11-26T00:00:00', policies)).toBeNull();
  });

  it('is the largest of the term policies in scope, never a fee policy, never the whole term', () => {
    const policies = [
      policy({ basisPoints: 9_000 }),
      { ...term, code: 'WHOLE', basisPoints: 10_000 },
      { ...term, code: 'ELSEWHERE', basisPoints: 6_000, scope: { ...anything, agencies: ['H48.13'] } },
      { ...term, code: 'LARGER', basisPoints: 3_000 },
      term,
    ];
    expect(reductionAt('2026-11-25T08:10:00', policies)?.policy).toBe('LARGER');
    expect(reductionAt('2026-11-25T08:10:00', [])).toBeNull();
  });
});

describe('who applies, and how much of it', () => {
  const HOUSEHOLD = {
    code: 'HO-NGHEO',
    name: 'Hộ nghèo',
    evidence: { code: 'GIAY-HO-NGHEO', name: 'Giấy chứng nhận' },
  };
  const poor = policy({ code: 'MIEN-HO-NGHEO', basisPoints: 10_000, beneficiary: HOUSEHOLD });
  const who = (...beneficiaryOf: string[]) => ({ applicant: { kind: 'citizen' as const, beneficiaryOf } });
  const net = (change: Partial<AssessmentInput>): number => assess(input(change)).total;

  it('pays less as one of a category only where that is claimed; with the channel the largest counts, never the sum (R17)', () => {
    expect(net({ policies: [policy(), poor], ...who() })).toBe(115_000);
    expect(net({ policies: [policy(), poor] })).toBe(115_000);
    expect(net({ policies: [policy(), poor], ...who('HO-NGHEO') })).toBe(0);
    const third = { ...poor, basisPoints: 3_000 };
    expect(net({ policies: [policy(), third], ...who('HO-NGHEO') })).toBe(115_000);
    expect(net({ policies: [policy(), third], channel: 'counter', ...who('HO-NGHEO') })).toBe(115_000);
  });

  it('is told which categories are open, by window, scope and kind of applicant, each once', () => {
    const open = (policies: readonly Policy[], kind: 'citizen' | 'enterprise' = 'citizen') =>
      exemptionsOpen({ ...input(), policies, applicant: { kind }, at: at('2026-11-23T15:00:00') }).map(
        ({ code }) => code,
      );
    expect(open([policy(), poor, { ...poor, code: 'P2' }])).toEqual(['HO-NGHEO']);
    expect(open([{ ...poor, validTo: '2026-11-23' }])).toEqual([]);
    expect(open([{ ...poor, scope: { ...anything, applicants: ['citizen'] } }], 'enterprise')).toEqual([]);
    expect(open([{ ...poor, scope: { ...anything, applicants: ['citizen'] } }])).toEqual(['HO-NGHEO']);
    expect(open([{ ...poor, scope: { ...anything, procedures: ['1.000001'] } }])).toEqual([]);
  });

  it('is told them in the order of their codes, each as the first policy by code says it', () => {
    const named = (code: string, category: string, name: string): Policy => ({
      ...poor,
      ...{ code, beneficiary: { ...HOUSEHOLD, code: category, name } },
    });
    const policies = [
      named('P3', 'B', 'later'),
      named('P1', 'C', 'of C'),
      named('P2', 'B', 'first'),
      named('P4', 'A', 'of A'),
    ];
    expect(
      exemptionsOpen({ ...input(), policies, applicant: { kind: 'citizen' }, at: at('2026-11-23T15:00:00') }).map(
        ({ code, name }) => `${code} ${name}`,
      ),
    ).toEqual(['A of A', 'B first', 'C of C']);
  });

  it('owes the line of its kind of applicant', () => {
    const tariff = [
      line({ code: 'A', amount: 10, applicants: ['citizen'] }),
      line({ code: 'B', amount: 70, applicants: ['enterprise', 'other'] }),
    ];
    expect(net({ tariff, policies: [], ...who() })).toBe(10);
    expect(net({ tariff, policies: [], applicant: { kind: 'other', beneficiaryOf: [] } })).toBe(70);
  });

  it('owes by quantity, area or value, a half đồng up, within the minimum and the maximum', () => {
    const of = (
      amount: number,
      per: number,
      said: unknown,
      limits: { minimum?: number; maximum?: number } = {},
    ): number => {
      const measure = { field: 'soLuong', unit: 'bản', per, minimum: null, maximum: null, ...limits };
      return net({ tariff: [line({ amount, measure })], policies: [], formData: { soLuong: said } });
    };
    expect(of(8_000, 1, 3)).toBe(24_000);
    expect(of(5, 1_000, 1_500_000_000)).toBe(7_500_000);
    expect(of(1_001, 1, 120.5)).toBe(120_621);
    expect(of(8_000, 1, 0)).toBe(0);
    expect(of(8_000, 1, 0, { minimum: 5_000 })).toBe(5_000);
    expect(of(8_000, 1, 30, { maximum: 200_000 })).toBe(200_000);
    expect(of(1_000, 1_000, 1e13)).toBe(1e13);
    expect(() => of(1_000, 1_000, 1e13 + 1)).toThrow('FEE.NOT_MEASURED');
    expect(() => of(8_000, 1, undefined)).toThrow('FEE.NOT_MEASURED');
    expect(() => of(8_000, 1, '3')).toThrow('FEE.NOT_MEASURED');
    expect(() => of(8_000, 1, -1)).toThrow('FEE.NOT_MEASURED');
  });
});

describe('for whatever tariff and policies', () => {
  const day = fc.integer({ min: 0, max: 20 }).map((n) => `2026-11-${String(n + 10)}`);
  const window = fc.record({ validFrom: day, validTo: fc.option(day) });
  const limit = <T>(values: readonly T[]) => fc.option(fc.subarray([...values]));
  const channel = fc.constantFrom('counter', 'online', 'post' as const);
  const lines = fc.uniqueArray(
    fc
      .tuple(
        fc.record({
          code: fc.string({ minLength: 1, maxLength: 3 }),
          kind: fc.constantFrom('phi', 'lePhi'),
          amount: fc.integer({ min: 0, max: 9_007_199_254_740 }),
          variant: fc.option(fc.constantFrom('DEFAULT', 'OTHER')),
          channels: fc.subarray(['counter', 'online', 'post'] as const),
          collectedAt: fc.constantFrom('beforeAcceptance', 'beforeReturn'),
        }),
        window,
      )
      .map(([facts, open]) => line({ ...facts, ...open })),
    { maxLength: 8, selector: ({ code }) => code },
  );
  const policies = fc.uniqueArray(
    fc
      .tuple(
        fc.record({
          code: fc.string({ minLength: 1, maxLength: 3 }),
          kind: fc.constantFrom('fee', 'term'),
          basisPoints: fc.integer({ min: 0, max: 10_000 }),
          scope: fc.record({
            fields: limit(['G09-XD05', 'X']),
            procedures: limit(['1.001686', 'X']),
            agencies: limit(['H48', 'H48.12', 'H48.13']),
            feeKinds: limit(['phi', 'lePhi'] as const),
            channels: limit(['counter', 'online', 'post'] as const),
          }),
        }),
        window,
      )
      .map(([facts, open]) => policy({ ...facts, ...open })),
    { maxLength: 6, selector: ({ code }) => code },
  );
  const any = fc
    .record({ tariff: lines, policies, channel, day })
    .map(({ day: d, ...rest }) => input({ ...rest, submittedAt: at(`${d}T12:00:00`) }));

  it('nothing is negative, nothing is above its base, and the sums add up', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { lines: assessed, total, due } = assess(given);
        for (const { net, base } of assessed) {
          expect(net).toBeGreaterThanOrEqual(0);
          expect(net).toBeLessThanOrEqual(base);
          expect(Number.isSafeInteger(net)).toBe(true);
        }
        expect(due.beforeAcceptance + due.beforeReturn).toBe(total);
        expect(assessed.reduce((sum, { net }) => sum + net, 0)).toBe(total);
      }),
    );
  });

  it('the order of policies changes nothing, equals included', () => {
    fc.assert(
      fc.property(any, (given) => {
        const equal = given.policies.map((each) => ({ ...each, basisPoints: 5_000 }));
        expect(assess({ ...given, policies: given.policies.toReversed() })).toEqual(assess(given));
        expect(assess({ ...given, policies: equal.toReversed() })).toEqual(assess({ ...given, policies: equal }));
      }),
    );
  });

  it('the order of lines changes no line and no sum', () => {
    fc.assert(
      fc.property(any, (given) => {
        const reversed = assess({ ...given, tariff: given.tariff.toReversed() });
        expect({ ...reversed, lines: reversed.lines.toReversed() }).toEqual(assess(given));
      }),
    );
  });

  it('one more policy never makes anything dearer, and no two add up', () => {
    fc.assert(
      fc.property(any, (given) => {
        const each = given.policies.map((one) => assess({ ...given, policies: [one] }));
        const none = assess({ ...given, policies: [] });
        assess(given).lines.forEach(({ net }, index) => {
          const alone = [none, ...each].map(({ lines: assessed }) => assessed[index]?.net ?? NaN);
          expect(net).toBe(Math.min(...alone));
        });
      }),
    );
  });
});
