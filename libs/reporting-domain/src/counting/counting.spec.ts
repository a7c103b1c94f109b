import fc from 'fast-check';
import { changeOf, changesByAgency, contributionsOf, type Contribution } from './contributions.js';
import type { DossierFacts } from './dossier-facts.js';
import { punctuality766 } from './on-time-766.js';
import { punctualityByDate } from './on-time-by-date.js';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}+07:00`);

const ACCEPTED: DossierFacts = {
  procedureCode: '1.001686',
  channel: 'online',
  competentAgency: 'H48.12',
  submittedAt: at('2026-10-30T16:00'),
  acceptedAt: at('2026-11-02T08:00'),
  refusedAt: null,
  withdrawnAt: null,
  stoppedAt: null,
  processedAt: null,
  returnedAt: null,
  slipDueAt: at('2026-11-30T14:00'),
  dueAt: at('2026-11-30T14:00'),
  pausedSince: null,
  supplementRequests: 0,
  supplementOpenSince: null,
  owesFee: false,
  feeArose: false,
  paidOnline: false,
  requiredPapers: [],
  electronicPapers: [],
  resultDue: true,
  resultsInForce: [],
  reused: false,
  fromCitizenStore: false,
  populationData: false,
};
const counted = (dossier: DossierFacts): string[] =>
  contributionsOf(dossier).map(({ month, measure }) => `${month} ${measure}`);

describe('on time as Decision 766 counts it', () => {
  it('compares instants: a second late is late', () => {
    expect(punctuality766({ ...ACCEPTED, processedAt: at('2026-11-30T14:00:00') })).toBe('onTime');
    expect(punctuality766({ ...ACCEPTED, processedAt: at('2026-11-30T14:00:01') })).toBe('late');
  });

  it('takes the slip, which an extension does not move (R13, R18)', () => {
    const extended = { ...ACCEPTED, dueAt: at('2026-12-08T17:00'), processedAt: at('2026-12-03T09:00') };
    expect(punctuality766(extended)).toBe('late');
  });

  it('ends at the processing, else the return, else the stop', () => {
    const late = at('2026-12-01T08:00');
    expect(punctuality766({ ...ACCEPTED, processedAt: at('2026-11-27T09:00'), returnedAt: late })).toBe('onTime');
    expect(punctuality766({ ...ACCEPTED, returnedAt: late })).toBe('late');
    expect(punctuality766({ ...ACCEPTED, stoppedAt: at('2026-11-30T13:59') })).toBe('onTime');
    expect(punctuality766({ ...ACCEPTED, withdrawnAt: at('2026-11-03T09:00') })).toBe('onTime');
  });

  it('stands still while a supplement is awaited, at the instant of the request', () => {
    const asked = { ...ACCEPTED, supplementRequests: 1 };
    expect(punctuality766({ ...asked, supplementOpenSince: at('2026-11-20T09:00') })).toBe('onTime');
    expect(punctuality766({ ...asked, supplementOpenSince: at('2026-12-02T09:00') })).toBe('late');
  });

  it('counts a second supplement as late, however soon it was finished (R10)', () => {
    expect(punctuality766({ ...ACCEPTED, supplementRequests: 2, processedAt: at('2026-11-03T09:00') })).toBe('late');
  });

  it('leaves what still runs to the end of the period', () => {
    expect(punctuality766(ACCEPTED)).toBe('running');
  });
});

describe('on time as ordinary reports count it', () => {
  it('compares days in Vietnam: the evening of the due day is the day', () => {
    const finished = (processedAt: string) => punctualityByDate({ ...ACCEPTED, processedAt: at(processedAt) });
    expect(finished('2026-11-29T23:59:59')).toBe('early');
    expect(finished('2026-11-30T00:00')).toBe('onDay');
    expect(finished('2026-11-30T23:59:59')).toBe('onDay');
    expect(finished('2026-12-01T00:00')).toBe('late');
  });

  it('takes the due date as it stands, an extension included', () => {
    const extended = { ...ACCEPTED, dueAt: at('2026-12-08T17:00'), processedAt: at('2026-12-03T09:00') };
    expect(punctualityByDate(extended)).toBe('early');
  });
});

describe('what a dossier adds to the figures', () => {
  it('belongs to the month of what it is about', () => {
    expect(counted({ ...ACCEPTED, processedAt: at('2026-12-01T08:00'), returnedAt: at('2027-01-04T08:00') })).toEqual([
      '2026-10 submitted',
      '2026-11 received',
      '2026-11 late766',
      '2027-01 returned',
      '2026-12 finishedLate',
      '2026-11 due',
      '2026-11 becameLate',
      '2026-12 endedLate',
    ]);
  });

  it('that ends on its due day, at whatever hour, did not become late', () => {
    const evening = counted({ ...ACCEPTED, processedAt: at('2026-11-30T23:59:59') });
    expect(evening).toContain('2026-11 finishedOnDay');
    expect(evening).not.toContain('2026-11 becameLate');
    expect(evening).not.toContain('2026-11 endedLate');
  });

  it('takes the month of Vietnam, where it is tomorrow already', () => {
    expect(counted({ ...ACCEPTED, acceptedAt: at('2026-12-01T06:00') })).toContain('2026-12 received');
  });

  it('is nothing but the submission and the refusal where it was never accepted', () => {
    const refused = { ...ACCEPTED, acceptedAt: null, slipDueAt: null, dueAt: null, refusedAt: at('2026-11-02T09:00') };
    expect(counted(refused)).toEqual(['2026-10 submitted', '2026-11 refused']);
  });

  it('tells a withdrawal of a case from one that was never accepted', () => {
    const withdrawnAt = at('2026-11-03T09:00');
    expect(counted({ ...ACCEPTED, withdrawnAt })).toContain('2026-11 withdrawn');
    expect(counted({ ...ACCEPTED, acceptedAt: null, slipDueAt: null, dueAt: null, withdrawnAt })).toEqual([
      '2026-10 submitted',
      '2026-11 withdrawnBeforeAcceptance',
    ]);
  });

  it('counts money paid online only where a fee was owed', () => {
    expect(counted({ ...ACCEPTED, paidOnline: true })).not.toContain('2026-11 paidOnline');
    expect(counted({ ...ACCEPTED, owesFee: true, paidOnline: true })).toEqual(
      expect.arrayContaining(['2026-11 owing', '2026-11 paidOnline']),
    );
  });

  it('counts a fee that arose later as an obligation like one of the submission', () => {
    expect(counted({ ...ACCEPTED, feeArose: true })).toContain('2026-11 owing');
    expect(
      counted({ ...ACCEPTED, owesFee: true, feeArose: true }).filter((one) => one === '2026-11 owing'),
    ).toHaveLength(1);
  });

  it('counts for the agency that has it, from the first that is known of it on', () => {
    const [submitted, received] = [
      { month: '2026-10', measure: 'submitted', count: 1 },
      { month: '2026-11', measure: 'received', count: 1 },
    ];
    expect(changesByAgency(undefined, ACCEPTED)).toEqual([{ agency: 'H48.12', changes: [submitted, received] }]);
    expect(changesByAgency({ ...ACCEPTED, acceptedAt: null }, ACCEPTED)).toEqual([
      { agency: 'H48.12', changes: [received] },
    ]);
  });

  it('goes whole to the agency to which the dossier goes, and leaves nothing behind', () => {
    expect(changesByAgency(ACCEPTED, { ...ACCEPTED, competentAgency: 'H48.33' })).toEqual([
      {
        agency: 'H48.12',
        changes: [
          { month: '2026-10', measure: 'submitted', count: -1 },
          { month: '2026-11', measure: 'received', count: -1 },
        ],
      },
      {
        agency: 'H48.33',
        changes: [
          { month: '2026-10', measure: 'submitted', count: 1 },
          { month: '2026-11', measure: 'received', count: 1 },
        ],
      },
    ]);
  });

  it('counts as digitised what left no paper unscanned and has its electronic result, where one is due (R20)', () => {
    const digitised = '2026-11 digitised';
    expect(counted({ ...ACCEPTED, resultsInForce: ['GP 12'] })).toContain(digitised);
    expect(counted(ACCEPTED)).not.toContain(digitised);
    expect(counted({ ...ACCEPTED, resultDue: false })).toContain(digitised);
    expect(counted({ ...ACCEPTED, resultsInForce: ['GP 12'], requiredPapers: ['DON'] })).not.toContain(digitised);
  });

  it('counts an electronic result from the first on, and several as one', () => {
    const results = (resultsInForce: string[]): string[] =>
      counted({ ...ACCEPTED, resultsInForce }).filter((one) => one.endsWith(' electronicResult'));
    expect([[], ['GP 12'], ['GP 12', 'GP 13']].map(results)).toEqual([
      ...[[], ['2026-11 electronicResult'], ['2026-11 electronicResult']],
    ]);
  });

  it('counts as online what was submitted online and has its electronic result, where one is due', () => {
    const online = '2026-11 onlineWithResult';
    expect(counted({ ...ACCEPTED, resultsInForce: ['GP 12'] })).toContain(online);
    expect(counted({ ...ACCEPTED, resultDue: false })).toContain(online);
    expect(counted(ACCEPTED)).not.toContain(online);
    expect(counted({ ...ACCEPTED, channel: 'counter', resultsInForce: ['GP 12'] })).not.toContain(online);
  });

  it('changes by the difference only', () => {
    expect(changeOf(undefined, ACCEPTED).map(({ measure, count }) => [measure, count])).toEqual([
      ['submitted', 1],
      ['received', 1],
    ]);
    expect(changeOf(ACCEPTED, { ...ACCEPTED, processedAt: at('2026-11-27T09:00') })).toEqual([
      { month: '2026-11', measure: 'onTime766', count: 1 },
      { month: '2026-11', measure: 'finishedEarly', count: 1 },
      { month: '2026-11', measure: 'due', count: 1 },
      { month: '2026-11', measure: 'dueOnTime', count: 1 },
    ]);
    expect(changeOf(ACCEPTED, ACCEPTED)).toEqual([]);
  });

  it('sums, change by change and in whatever order, to what is counted at the end', () => {
    const instant = fc.integer({ min: 0, max: 90 * 86_400 }).map((seconds) => at('2026-10-01T00:00').add({ seconds }));
    const nullable = fc.option(instant, { nil: null });
    const facts = fc.record<DossierFacts>({
      procedureCode: fc.constant('1.001686'),
      channel: fc.constantFrom('counter', 'online', 'post'),
      competentAgency: fc.constant('H48.12'),
      submittedAt: instant,
      acceptedAt: nullable,
      refusedAt: nullable,
      withdrawnAt: nullable,
      stoppedAt: nullable,
      processedAt: nullable,
      returnedAt: nullable,
      slipDueAt: nullable,
      dueAt: nullable,
      pausedSince: nullable,
      supplementRequests: fc.integer({ min: 0, max: 3 }),
      supplementOpenSince: nullable,
      owesFee: fc.boolean(),
      feeArose: fc.boolean(),
      paidOnline: fc.boolean(),
      requiredPapers: fc.constantFrom([], ['DON']),
      electronicPapers: fc.constantFrom([], ['DON']),
      resultDue: fc.boolean(),
      resultsInForce: fc.constantFrom([], ['GP 12']),
      reused: fc.boolean(),
      fromCitizenStore: fc.boolean(),
      populationData: fc.boolean(),
    });
    const sum = (all: readonly Contribution[]): Record<string, number> => {
      const totals: Record<string, number> = {};
      for (const { month, measure, count } of all)
        totals[`${month} ${measure}`] = (totals[`${month} ${measure}`] ?? 0) + count;
      return Object.fromEntries(
        Object.entries(totals)
          .filter(([, count]) => count !== 0)
          .sort(([one], [other]) => one.localeCompare(other)),
      );
    };
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 6 }), (states) => {
        const changes = states.flatMap((state, index) => changeOf(states[index - 1], state));
        expect(sum(changes)).toEqual(sum(contributionsOf(states.at(-1)!)));
      }),
    );
  });
});
