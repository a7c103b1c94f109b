import { apologise, type CaseState, extendDeadline, requestSupplement } from '../index.js';
import { anOpenCase, at, CALENDARS, LIMITS, said, SPECIALIST } from '../testing/a-case.fixture.js';

// Promised for 2 December 14:58, due by law on 4 December 08:10.
const apology = (newDueAt = '12-07 15:00') => ({
  officer: SPECIALIST,
  reason: 'Chờ kết quả kiểm tra thực địa',
  newDueAt: at(newDueAt),
});
const apologised = (state: CaseState, when: string, newDueAt?: string): CaseState =>
  apologise(state, apology(newDueAt), LIMITS, at(when)).state;
const refused = (code: string, evidence: object = {}): Error =>
  expect.objectContaining({ code, evidence: expect.objectContaining(evidence) }) as Error;
const faults = (codes: readonly string[]): Error =>
  expect.objectContaining({
    faults: codes.map((code) => expect.objectContaining({ pointer: '/newDueAt', code })),
  }) as Error;

describe('an apology for lateness (R13)', () => {
  it.each([
    ['within the last day', '12-02 08:00'],
    ['once it is overdue', '12-03 09:00'],
    ['once the law itself is missed', '12-04 09:00'],
  ])('comes %s, with a reason and a new date, and moves no due date', (_, when) => {
    const state = apologised(anOpenCase(), when);
    expect(state.due).toEqual(anOpenCase().due);
    expect(state.apologies).toMatchObject([{ by: SPECIALIST, reason: 'Chờ kết quả kiểm tra thực địa' }]);
    expect(said(state.apologies[0]?.previous ?? null)).toBe('12-02 14:58');
  });

  it('comes again where even the new date is not kept, and after an extension', () => {
    expect(apologised(apologised(anOpenCase(), '12-03 09:00'), '12-07 14:00', '12-10 15:00').apologies).toHaveLength(2);
    const extension = { ...apology('12-04 15:00'), reason: 'Chờ ý kiến' };
    const extended = extendDeadline(anOpenCase(), extension, LIMITS, at('30 09:00')).state;
    expect(apologised(extended, '12-04 16:00').apologies).toHaveLength(1);
  });

  it('comes after the decision too, and while a supplement that came too late to pause is awaited (R11)', () => {
    expect(apologised({ ...anOpenCase(), decision: 'granted' }, '12-03 09:00').apologies).toHaveLength(1);
    const items = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];
    const late = requestSupplement(anOpenCase(), { officer: SPECIALIST, items }, CALENDARS, at('12-07 09:00')).state;
    expect(apologised(late, '12-07 10:00', '12-10 15:00').apologies).toHaveLength(1);
  });

  it('is for a same-day procedure as well, for which no extension is ever early enough', () => {
    const sameDay: CaseState = {
      ...anOpenCase({ term: { unit: 'sameDay' } }),
      due: { statutory: at('25 17:00'), promised: at('25 17:00') },
    };
    expect(apologised(sameDay, '25 09:00', '26 10:00').apologies).toHaveLength(1);
  });

  it('does not take the place of an extension while there is time for one', () => {
    expect(() => apologised(anOpenCase(), '30 09:00')).toThrow(refused('CASE.APOLOGY_TOO_EARLY'));
  });

  it.each([
    ['on a Sunday at night', '12-06 03:00', ['NOT_WORKING_TIME']],
    ['on a holiday', '12-08 10:00', ['NOT_WORKING_TIME']],
    ['at lunch', '12-07 12:00', ['NOT_WORKING_TIME']],
    ['in the past', '12-02 16:00', ['NOT_LATER']],
    ['a month beyond the law', '12-30 10:00', ['TOO_FAR']],
  ])('promises no date %s', (_, date, codes) => {
    expect(() => apologised(anOpenCase(), '12-03 09:00', date)).toThrow(faults(codes));
  });

  it('says the nearest date of working time and the last one that may be promised (R4)', () => {
    expect(() => apologised(anOpenCase(), '12-03 09:00', '12-06 03:00')).toThrow(
      refused('CASE.EXTENSION_INVALID', {
        nearest: at('12-07 17:00').toString(),
        latest: at('12-21 08:10').toString(),
      }),
    );
  });

  it('binds an extension to working time and to the limit too (R13)', () => {
    const extend = (date: string) => () => extendDeadline(anOpenCase(), apology(date), LIMITS, at('30 09:00'));
    expect(extend('12-06 03:00')).toThrow(faults(['NOT_WORKING_TIME']));
    expect(extend('12-31 10:00')).toThrow(faults(['TOO_FAR']));
  });
});
