import { announceVersion } from '../announce-version/announce-version.js';
import { assertWritable, draftVersion } from '../draft-version/draft-version.js';
import { repealProcedure } from '../repeal-procedure/repeal-procedure.js';
import { suspendProcedure } from '../suspend-procedure/suspend-procedure.js';
import { announced, at, definition, refusalOf, state, tariffLine, version } from '../testing.fixture.js';
import type { TariffRecord } from '../set-tariff/tariff.js';
import type { Announcement } from './procedure-record.js';

const now = at('2026-11-23T08:00:00');
const KNOWN = { fields: new Set(['G10-NN12']), agencies: new Set(['H48.12']), schemaFault: undefined };
const FREE = { procedure: '1.001686', lines: [], imported: false, revision: 1 };
const announcement: Announcement = {
  decisionNumber: '2/QĐ',
  decidedOn: '2026-11-20',
  publishedOn: '2026-11-20',
  effectiveFrom: '2026-11-23',
};

describe('a draft (R14)', () => {
  const draft = { version: 2, definition, actor: 'admin', origin: 'written' } as const;

  it('is the next version, and the procedure counts on', () => {
    const { after, facts } = draftVersion(state([announced]), draft, now);
    expect(after.procedure.versions).toEqual([announced, version({ version: 2 })]);
    expect(after.procedure.revision).toBe(4);
    expect(facts).toEqual([{ type: 'versionDrafted', version: 2, revision: 1 }]);
  });

  it('in the place of an imported one tells that a person has edited it', () => {
    const imported = version({ version: 2, origin: 'imported', contentHash: 'h', revision: 5 });
    const { after } = draftVersion(state([announced, imported]), draft, now);
    expect(after.procedure.versions[1]).toMatchObject({ origin: 'imported-edited', contentHash: 'h', revision: 6 });
  });

  it.each([
    [1, 'PROCEDURE.NOT_A_DRAFT'],
    [3, 'PROCEDURE.VERSION_NOT_NEXT'],
  ])('is not version %s', (number, code) => {
    expect(refusalOf(() => assertWritable(state([announced]).procedure, number)).code).toBe(code);
  });

  it('is the next, or the one there is', () => {
    expect(() => assertWritable(state([announced]).procedure, 2)).not.toThrow();
    expect(() => assertWritable(state([version()]).procedure, 1)).not.toThrow();
    expect(() => assertWritable(state([]).procedure, 1)).not.toThrow();
    expect(refusalOf(() => assertWritable(state([]).procedure, 2)).code).toBe('PROCEDURE.VERSION_NOT_NEXT');
  });
});

describe('an announcement (R14)', () => {
  const announcing = (tariff: TariffRecord | null) => () => {
    const draft = version();
    return announceVersion(state([draft], { tariff }), draft, announcement, KNOWN, now);
  };

  it.each([
    ['there is no tariff', null, ['/tariff FEE_NOT_SAID']],
    [
      'a channel has no line from its day on',
      { ...FREE, lines: [{ ...tariffLine, channels: ['counter'] as const }] },
      ['/tariff/lines FEE_NOT_SAID'],
    ],
  ])('is refused where it leaves unsaid what is owed (R16): %s', (_, tariff, faults) => {
    expect(refusalOf(announcing(tariff))).toEqual({ code: 'PROCEDURE.NOT_READY', faults });
  });

  it.each([
    ['something', { ...FREE, lines: [tariffLine] }],
    ['nothing', FREE],
  ])('says that %s is owed (R16)', (_, tariff) => {
    expect(announcing(tariff)).not.toThrow();
  });

  const announce = (change: Partial<Announcement>, versions = [version()]) =>
    announceVersion(state(versions, { tariff: FREE }), versions.at(-1)!, { ...announcement, ...change }, KNOWN, now);

  it('puts a draft in force from its day on', () => {
    const { after, facts } = announce({});
    expect(after.procedure.versions).toEqual([version({ announcement, revision: 2 })]);
    expect(facts).toEqual([{ type: 'versionAnnounced', version: 1, ...announcement }]);
  });

  it('of a first version may enter law that took effect long ago', () => {
    expect(() => announce({ decidedOn: '2019-01-01', publishedOn: null, effectiveFrom: '2019-01-01' })).not.toThrow();
  });

  it.each<[Partial<Announcement>, string]>([
    [{ effectiveFrom: '2026-11-19' }, '/effectiveFrom BEFORE_THE_DECISION'],
    [{ publishedOn: '2026-11-19' }, '/publishedOn BEFORE_THE_DECISION'],
    [{ decidedOn: '2026-11-24', publishedOn: null, effectiveFrom: '2026-11-24' }, '/decidedOn IN_THE_FUTURE'],
  ])('is refused with %j', (change, fault) => {
    expect(refusalOf(() => announce(change))).toEqual({ code: 'PROCEDURE.ANNOUNCEMENT_INVALID', faults: [fault] });
  });

  it('of a later version comes after the one before, and not before today', () => {
    const later = [announced, version({ version: 2 })];
    const decidedOn = { decidedOn: '2026-01-01', publishedOn: null };
    expect(refusalOf(() => announce({ ...decidedOn, effectiveFrom: '2026-02-01' }, later)).faults).toEqual([
      '/effectiveFrom NOT_AFTER_THE_LAST',
      '/effectiveFrom BACK_DATED',
    ]);
    expect(refusalOf(() => announce({ ...decidedOn, effectiveFrom: '2026-11-22' }, later)).faults).toEqual([
      '/effectiveFrom BACK_DATED',
    ]);
    expect(() => announce({}, later)).not.toThrow();
  });

  it('waits for every answer, every datum and every amount', () => {
    const asked = version({
      definition: { ...definition, variants: [] },
      openQuestions: [
        { id: 'q1', code: 'LEVEL_UNCLEAR', pointer: '/level', question: { vi: '?', en: '?' }, answer: null },
      ],
    });
    const tariff = { procedure: '1.001686', revision: 1, lines: [{ ...tariffLine, amount: null }], imported: true };
    expect(refusalOf(() => announceVersion(state([asked], { tariff }), asked, announcement, KNOWN, now))).toEqual({
      code: 'PROCEDURE.NOT_READY',
      faults: ['/level LEVEL_UNCLEAR', '/variants VARIANT_MISSING', '/tariff/lines/0/amount FEE_NOT_SET'],
    });
  });

  it('is of nothing that was repealed, as a draft is', () => {
    const { procedure } = state([version()]);
    const repealed = {
      procedure: { ...procedure, repeal: { from: '2026-11-01', decisionNumber: '9/QĐ' } },
      tariff: null,
    };
    expect(refusalOf(() => announceVersion(repealed, version(), announcement, KNOWN, now)).code).toBe(
      'PROCEDURE.REPEALED',
    );
    expect(refusalOf(() => assertWritable(repealed.procedure, 1)).code).toBe('PROCEDURE.REPEALED');
  });

  it('may be decided today', () => {
    expect(() => announce({ decidedOn: '2026-11-23', publishedOn: null })).not.toThrow();
  });

  it('is made once', () => {
    expect(refusalOf(() => announce({}, [announced])).code).toBe('PROCEDURE.NOT_A_DRAFT');
  });
});

describe('a suspension (R14)', () => {
  const window = { from: '2026-11-23', until: '2026-12-01', reason: 'Bão' };
  const { procedure } = state([announced]);
  const held = { procedure: { ...procedure, suspensions: [window] }, tariff: null };

  it('is entered in the order of days, and replaces the one of its first day', () => {
    const later = { from: '2026-12-24', until: null, reason: 'Nâng cấp' };
    const { after } = suspendProcedure({ ...held, procedure: { ...procedure, suspensions: [later] } }, window, now);
    expect(after.procedure).toMatchObject({ suspensions: [window, later], revision: 4 });
    const shorter = { ...window, until: '2026-11-25' };
    expect(suspendProcedure(held, shorter, now)).toMatchObject({
      after: { procedure: { suspensions: [shorter] } },
      facts: [{ type: 'suspended', ...shorter }],
    });
  });

  it.each([
    ['begins before today', state([announced]), { ...window, from: '2026-11-22' }, ['/from BACK_DATED']],
    ['is empty', state([announced]), { ...window, until: '2026-11-23' }, ['/until WINDOW_EMPTY']],
    ['overlaps another', held, { ...window, from: '2026-11-30', until: null }, ['/from WINDOWS_OVERLAP']],
  ])('is refused when it %s', (_, before, suspension, faults) => {
    expect(refusalOf(() => suspendProcedure(before, suspension, now))).toEqual({
      code: 'PROCEDURE.DATES_INVALID',
      faults,
    });
  });

  it('that has begun may be shortened to end today, and not before', () => {
    const begun = { from: '2026-11-20', until: '2026-12-01', reason: 'Bão' };
    const before = { procedure: { ...procedure, suspensions: [begun] }, tariff: null };
    expect(() => suspendProcedure(before, { ...begun, until: '2026-11-23' }, now)).not.toThrow();
    expect(() => suspendProcedure(before, { ...begun, until: null }, now)).not.toThrow();
    expect(refusalOf(() => suspendProcedure(before, { ...begun, until: '2026-11-22' }, now)).faults).toEqual([
      '/until BACK_DATED',
    ]);
    // Another one that begins before today is none of those entered.
    expect(
      refusalOf(() => suspendProcedure(before, { ...begun, from: '2026-11-19', until: null }, now)).faults,
    ).toEqual(['/from BACK_DATED', '/from WINDOWS_OVERLAP']);
  });

  it('may end on the first day of another', () => {
    const later = { from: '2026-12-01', until: null, reason: 'Nâng cấp' };
    const before = { procedure: { ...procedure, suspensions: [later] }, tariff: null };
    expect(() => suspendProcedure(before, window, now)).not.toThrow();
  });

  it('may follow another on its last day', () => {
    expect(() => suspendProcedure(held, { ...window, from: '2026-12-01', until: null }, now)).not.toThrow();
  });

  it('is of what was announced and is not repealed', () => {
    expect(refusalOf(() => suspendProcedure(state([version()]), window, now)).code).toBe('PROCEDURE.NEVER_ANNOUNCED');
    const repealed = (from: string) => ({
      procedure: { ...procedure, repeal: { from, decisionNumber: '9/QĐ' } },
      tariff: null,
    });
    expect(refusalOf(() => suspendProcedure(repealed('2026-11-23'), window, now)).code).toBe('PROCEDURE.REPEALED');
    expect(() => suspendProcedure(repealed('2026-11-24'), window, now)).not.toThrow();
  });
});

describe('a repeal (R14)', () => {
  const repeal = { from: '2026-11-23', decisionNumber: '9/QĐ' };

  it('ends a procedure from today or later on, once', () => {
    const { after, facts } = repealProcedure(state([announced]), repeal, now);
    expect(after.procedure).toMatchObject({ repeal, revision: 4 });
    expect(facts).toEqual([{ type: 'repealed', ...repeal }]);
    expect(refusalOf(() => repealProcedure(after, repeal, now)).code).toBe('PROCEDURE.REPEALED');
  });

  it('is refused for what was never announced, and for days that are over', () => {
    expect(refusalOf(() => repealProcedure(state([version()]), repeal, now)).code).toBe('PROCEDURE.NEVER_ANNOUNCED');
    expect(refusalOf(() => repealProcedure(state([announced]), { ...repeal, from: '2026-11-22' }, now))).toEqual({
      code: 'PROCEDURE.DATES_INVALID',
      faults: ['/from BACK_DATED'],
    });
  });
});
