import {
  type CaseState,
  type CaseTerms,
  claimTask,
  completeSupplement,
  stopWhenSupplementExpires,
  extendDeadline,
  requestSupplement,
} from '../index.js';
import { LIMITS, anOpenCase, at, factsOf, LEADER, said, SPECIALIST, CALENDARS } from '../testing/a-case.fixture.js';

const ITEMS = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];

const asked = (when: string, state: CaseState = anOpenCase()): CaseState =>
  requestSupplement(state, { officer: SPECIALIST, items: ITEMS }, CALENDARS, at(when)).state;
const answered = (state: CaseState, when: string): CaseState =>
  completeSupplement(state, { number: state.supplements.at(-1)?.number ?? 0, completedAt: at(when) }, CALENDARS).state;
const due = ({ due: { statutory, promised } }: CaseState): (string | null)[] => [said(statutory), said(promised)];

describe('a supplement after acceptance', () => {
  it('pauses the clock and has a deadline of its own (R8, R9)', () => {
    const { state, facts } = requestSupplement(
      anOpenCase(),
      { officer: SPECIALIST, items: ITEMS },
      CALENDARS,
      at('26 09:00'),
    );
    expect(due(state)).toEqual([null, null]);
    // Ten working days of eight hours, and the 8th of December is a day off.
    expect(said(state.supplements[0]?.deadlineAt ?? null)).toBe('12-11 09:00');
    expect(facts).toMatchObject([
      { type: 'supplementRequested', supplement: { number: 1, items: ITEMS } },
      { type: 'deadlineAdjusted', rule: 'R8', by: SPECIALIST, due: { statutory: null, promised: null } },
    ]);
  });

  it('gives back what was left when the applicant completes it', () => {
    const state = answered(asked('26 09:00'), '27 15:00');
    expect(state.status).toBe('open');
    // 47 h 10 min were left at the request: two on Friday, forty in the week, and 5 h 10 min on Monday.
    expect(due(state)).toEqual(['12-07 14:10', '12-04 08:58']);
  });

  it('begins the whole term anew where the procedure says so', () => {
    const state = answered(asked('26 09:00', anOpenCase({ supplementPolicy: 'restart' })), '27 09:00');
    // 56 working hours after Friday 09:00, the 8th off; 44 h 48 min of them promised.
    expect(due(state)).toEqual(['12-09 09:00', '12-04 15:48']);
  });

  it('begins anew the whole term that nothing reduces, where the procedure says so', () => {
    const { original, ...open } = anOpenCase({ supplementPolicy: 'restart', reduction: null });
    const slip = { statutory: original.statutory, promised: original.statutory };
    const state = answered(asked('26 09:00', { ...open, original: slip, due: slip }), '27 09:00');
    expect(due(state)).toEqual(['12-09 09:00', '12-09 09:00']);
  });

  it('spans a day off that the agency does not lose', () => {
    const state = answered(asked('12-01 09:00'), '12-08 09:00');
    expect(due(state)).toEqual(['12-11 16:10', '12-10 10:58']);
  });

  it('cures no delay: after the due date the clock goes on (R11)', () => {
    const state = asked('12-10 09:00');
    expect(due(state)).toEqual(['12-04 08:10', '12-02 14:58']);
    expect(
      factsOf(requestSupplement(anOpenCase(), { officer: SPECIALIST, items: ITEMS }, CALENDARS, at('12-10 09:00'))),
    ).toEqual(['supplementRequested']);
    expect(due(answered(state, '12-11 09:00'))).toEqual(['12-04 08:10', '12-02 14:58']);
  });

  it('counts on from the requests before acceptance', () => {
    expect(asked('26 09:00', { ...anOpenCase(), earlierSupplements: 2 }).supplements[0]?.number).toBe(3);
  });

  it('may be asked for twice, each with its own effect', () => {
    const twice = answered(asked('30 09:00', answered(asked('26 09:00'), '27 09:00')), '12-01 09:00');
    expect(twice.supplements.map(({ number }) => number)).toEqual([1, 2]);
    expect(due(twice)).toEqual(['12-09 08:10', '12-04 14:58']);
  });

  it('moves the dates of the slip, not those of our own reckoning, where the two differ (R12)', () => {
    const slip = { statutory: at('12-04 10:00'), promised: at('12-03 10:00') };
    const state: CaseState = { ...anOpenCase(), original: slip, due: slip };
    expect(due(answered(asked('26 09:00', state), '27 09:00'))).toEqual(['12-07 10:00', '12-04 10:00']);
  });

  it.each([
    ['law', { statutory: at('12-04 10:00'), promised: at('12-02 14:58') }, ['12-07 10:00', '12-03 14:58']],
    ['promise', { statutory: at('12-04 08:10'), promised: at('12-02 15:58') }, ['12-07 08:10', '12-03 15:58']],
  ])('moves them also where only that of the %s differs, and leaves them null while it waits', (_, slip, moved) => {
    const state: CaseState = { ...anOpenCase(), original: slip, due: slip };
    expect(due(asked('26 09:00', state))).toEqual([null, null]);
    expect(due(answered(asked('26 09:00', state), '27 09:00'))).toEqual(moved);
    // Asked after both have passed, which pauses nothing.
    expect(due(asked('12-10 09:00', state))).toEqual([said(slip.statutory), said(slip.promised)]);
  });

  it("leaves the slip's dates to the minute, also where they lie outside working time", () => {
    const slip = { statutory: at('12-05 10:00'), promised: at('12-02 20:00') };
    const state: CaseState = { ...anOpenCase(), original: slip, due: slip };
    expect(due(asked('12-10 09:00', state))).toEqual(['12-05 10:00', '12-02 20:00']);
  });

  it('pauses nothing from the very instant on at which the slip is due', () => {
    const slip = { statutory: at('12-04 10:00'), promised: at('12-02 14:58') };
    const state: CaseState = { ...anOpenCase(), original: slip, due: slip };
    expect(due(answered(asked('12-04 10:00', state), '12-07 09:00'))).toEqual(['12-04 10:00', '12-02 14:58']);
  });

  it('pauses the law where only the promise has passed, which stays missed (R11, R18)', () => {
    const waiting = asked('12-03 09:00');
    expect(due(waiting)).toEqual([null, null]);
    expect(due(answered(waiting, '12-04 09:00'))).toEqual(['12-07 08:10', '12-02 14:58']);
  });

  it('tells who has its task of the completion, else who asked; and how the term is counted from then on', () => {
    const told = (state: CaseState) =>
      completeSupplement(state, { number: 1, completedAt: at('27 09:00') }, CALENDARS).facts;
    expect(told(asked('26 09:00'))).toMatchObject([
      { type: 'supplementCompleted', tell: [SPECIALIST] },
      { type: 'deadlineAdjusted', reason: 'Đã bổ sung hồ sơ: thời hạn tính tiếp phần còn lại' },
    ]);
    const held = claimTask(anOpenCase({ supplementPolicy: 'restart' }), 'task-1', LEADER, at('25 09:00')).state;
    expect(told(asked('26 09:00', held))).toMatchObject([
      { type: 'supplementCompleted', tell: [LEADER] },
      { type: 'deadlineAdjusted', reason: 'Đã bổ sung hồ sơ: thời hạn tính lại từ đầu' },
    ]);
  });

  it("leaves a step's own term where it is that was due when the applicant was asked", () => {
    const timed = (dueAt: string): CaseState => ({
      ...anOpenCase(),
      tasks: anOpenCase().tasks.map((task) => ({ ...task, dueAt: at(dueAt) })),
    });
    const stepDue = (state: CaseState) => said(answered(asked('26 09:00', state), '27 09:00').tasks[0]?.dueAt ?? null);
    expect(stepDue(timed('26 09:00'))).toBe('11-26 09:00');
    expect(stepDue(timed('26 09:01'))).toBe('11-27 09:01');
  });

  it.each([
    ['another number than the one that is awaited', 7, '27 09:00'],
    ['an answer after its own deadline', 1, '12-11 09:01'],
  ])('rejects %s, and changes nothing', (_, number, when) => {
    const state = asked('26 09:00');
    const decided = completeSupplement(state, { number, completedAt: at(when) }, CALENDARS);
    expect(factsOf(decided)).toEqual(['supplementRejected']);
    expect(decided.state).toBe(state);
  });

  it('rejects what comes to a case that awaits nothing', () => {
    expect(factsOf(completeSupplement(anOpenCase(), { number: 1, completedAt: at('27 09:00') }, CALENDARS))).toEqual([
      'supplementRejected',
    ]);
  });

  it('never ends before it began, whatever two machines think the time is', () => {
    const state = answered(asked('26 09:00'), '26 08:59');
    expect(due(state)).toEqual(['12-04 08:10', '12-02 14:58']);
  });
});

describe('a supplement that does not come', () => {
  const EXPIRED = { number: 1, deadlineAt: at('12-11 09:00') };

  it('is waited for when its deadline has moved meanwhile', () => {
    const early = { number: 1, deadlineAt: at('12-10 09:00') };
    expect(stopWhenSupplementExpires(asked('26 09:00'), early, at('12-10 09:01'))).toBeUndefined();
  });

  it('stops the case when intake says that its deadline has passed (R9)', () => {
    const stopped = stopWhenSupplementExpires(asked('26 09:00'), EXPIRED, at('12-11 09:01'));
    expect(stopped?.state).toMatchObject({ status: 'stopped', tasks: [] });
    expect(stopped?.facts.at(-1)).toEqual({ type: 'stopped', reason: 'Quá thời hạn bổ sung hồ sơ lần 1', by: null });
  });

  it('stops nothing that was completed, and nothing for an earlier request', () => {
    const state = answered(asked('26 09:00'), '27 09:00');
    expect(stopWhenSupplementExpires(state, EXPIRED, at('12-30 09:00'))).toBeUndefined();
    expect(stopWhenSupplementExpires(asked('30 09:00', state), EXPIRED, at('12-30 09:00'))).toBeUndefined();
  });

  it('is taken when it came in time, however late the case hears of it', () => {
    expect(answered(asked('26 09:00'), '12-11 09:00').status).toBe('open');
  });
});

describe('what a supplement request asks for (R21)', () => {
  const ask = (item: object, terms: Partial<CaseTerms> = {}) =>
    requestSupplement(
      anOpenCase(terms),
      { officer: SPECIALIST, items: [{ component: null, field: null, reason: 'Thiếu', ...item }] },
      CALENDARS,
      at('26 09:00'),
    );

  it('is a paper that the procedure knows: one letter typed wrong is refused where it is asked', () => {
    expect(() => ask({ component: 'BAN-VEE' })).toThrow(
      expect.objectContaining({
        code: 'CASE.SUPPLEMENT_INVALID',
        faults: [expect.objectContaining({ pointer: '/items/0/component', code: 'COMPONENT_UNKNOWN' })],
      }),
    );
  });

  it('is a field of the form as well', () => {
    const field = '/applicant/address';
    expect(ask({ field }).state.supplements[0]?.items).toMatchObject([{ field }]);
  });

  it('is no field that the applicant cannot change, as far as the case knows the form', () => {
    const known = { formFields: ['/formData/tenCoSo'] };
    expect(ask({ field: '/formData/tenCoSo' }, known).state.status).toBe('awaitingSupplement');
    expect(ask({ field: '/formData/tenCoSoo' }).state.status).toBe('awaitingSupplement');
    for (const field of ['/formData/tenCoSoo', '/applicant/identity/number'])
      expect(() => ask({ field }, known)).toThrow(
        expect.objectContaining({
          code: 'CASE.SUPPLEMENT_INVALID',
          faults: [expect.objectContaining({ pointer: '/items/0/field', code: 'FIELD_UNKNOWN' })],
        }),
      );
  });

  it('is a paper beyond the list by its name, under a code of its own', () => {
    expect(ask({ name: 'Hợp đồng thuê bến' }).state.supplements[0]?.items).toEqual([
      { component: 'KHAC-1-1', name: 'Hợp đồng thuê bến', field: null, reason: 'Thiếu' },
    ]);
  });
});

describe('an apology with a new date (R13)', () => {
  const extend = (state: CaseState, to: string, when: string): CaseState =>
    extendDeadline(state, { officer: SPECIALIST, reason: 'Chờ ý kiến Bộ', newDueAt: at(to) }, LIMITS, at(when)).state;

  it('moves the promise and leaves the law where it is', () => {
    expect(due(extend(anOpenCase(), '12-10 15:00', '30 09:00'))).toEqual(['12-04 08:10', '12-10 15:00']);
    const apology = { officer: SPECIALIST, reason: 'Chờ ý kiến Bộ', newDueAt: at('12-10 15:00') };
    expect(factsOf(extendDeadline(anOpenCase(), apology, LIMITS, at('30 09:00')))).toContain('deadlineAdjusted');
  });

  it.each([
    [
      'a second time',
      'CASE.EXTENSION_USED',
      extend(anOpenCase(), '12-10 15:00', '30 09:00'),
      '12-11 15:00',
      '30 10:00',
    ],
    ['less than a day before', 'CASE.EXTENSION_TOO_LATE', anOpenCase(), '12-10 15:00', '12-01 14:59'],
    ['to the same date', 'CASE.EXTENSION_INVALID', anOpenCase(), '12-02 14:58', '30 09:00'],
  ])('is refused %s', (_, code, state, to, when) => {
    expect(() => extend(state, to, when)).toThrow(expect.objectContaining({ code }));
  });

  it('is possible until exactly a day before', () => {
    expect(due(extend(anOpenCase(), '12-10 15:00', '12-01 14:58'))[1]).toBe('12-10 15:00');
  });

  it('keeps the new date through a later supplement, moved by the time that it took', () => {
    const extended = extend(anOpenCase(), '12-10 15:00', '30 09:00');
    expect(due(answered(asked('12-01 09:00', extended), '12-02 09:00'))).toEqual(['12-07 08:10', '12-11 15:00']);
  });

  it('is moved by a supplement that was asked for at the same instant', () => {
    const extended = extend(anOpenCase(), '12-10 15:00', '30 09:00');
    expect(due(answered(asked('30 09:00', extended), '12-01 09:00'))).toEqual(['12-07 08:10', '12-11 15:00']);
  });

  it('stands still with the law where a supplement is asked for after the former promise', () => {
    // Promised for 2 December at first, for the 10th since the apology; by law due on the 4th.
    const extended = extend(anOpenCase(), '12-10 15:00', '30 09:00');
    const waiting = asked('12-03 09:00', extended);
    expect(due(waiting)).toEqual([null, null]);
    expect(due(answered(waiting, '12-04 09:00'))).toEqual(['12-07 08:10', '12-11 15:00']);
  });
});
