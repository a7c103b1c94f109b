import { type CaseState, completeSupplement, notePart, requestSupplement, takeAsEnough } from '../index.js';
import { anOpenCase, at, CALENDARS, factsOf, LEADER, said } from '../testing/a-case.fixture.js';

const ITEMS = [
  { component: 'A', field: null, reason: 'Thiếu' },
  { component: 'B', field: null, reason: 'Mờ' },
];
const PART = { at: at('27 09:00').toString(), items: [1] };
/** Asked on Thursday 26 November at 09:00. */
const asked = (): CaseState =>
  requestSupplement(
    anOpenCase({ components: ITEMS.map(({ component }) => ({ code: component, name: component })) }),
    { officer: LEADER, items: ITEMS },
    CALENDARS,
    at('26 09:00'),
  ).state;
const inPart = (): CaseState => notePart(asked(), { number: 1, part: PART })?.state ?? asked();
const taking = { number: 1, officer: LEADER, reason: 'Phần còn lại đã có trong cơ sở dữ liệu' };

describe('a part of what the case asked for', () => {
  it('is noted and told to who asked; the case waits on, until the same deadline (R9)', () => {
    const noted = notePart(asked(), { number: 1, part: PART });
    expect(noted?.facts).toMatchObject([{ type: 'supplementPartGiven', number: 1, tell: [LEADER] }]);
    expect(noted?.state).toMatchObject({
      status: 'awaitingSupplement',
      due: { statutory: null, promised: null },
      supplements: [{ parts: [PART], completedAt: null, deadlineAt: asked().supplements[0]?.deadlineAt }],
    });
  });

  it('is noted once, and only of the request that the case waits for', () => {
    expect(notePart(inPart(), { number: 1, part: PART })).toBeUndefined();
    expect(notePart(asked(), { number: 2, part: PART })).toBeUndefined();
    expect(notePart(anOpenCase(), { number: 1, part: PART })).toBeUndefined();
  });

  it('moves no clock: the rest runs it on as a whole answer does (R8)', () => {
    const rest = { number: 1, completedAt: at('30 10:00') };
    const [whole, last] = [asked(), inPart()].map((state) => completeSupplement(state, rest, CALENDARS).state.due);
    expect(said(last?.statutory ?? null)).toBe(said(whole?.statutory ?? null));
  });
});

describe('a part that an officer takes as enough', () => {
  it('runs the clock on from then, with who took it and why (R8)', () => {
    const decided = takeAsEnough(inPart(), taking, CALENDARS, at('30 10:00'));
    const whole = completeSupplement(asked(), { number: 1, completedAt: at('30 10:00') }, CALENDARS);
    expect(said(decided.state.due.statutory)).toBe(said(whole.state.due.statutory));
    expect(decided.state.supplements).toMatchObject([{ takenAsEnough: { by: LEADER, reason: taking.reason } }]);
    expect(factsOf(decided)).toEqual(['supplementCompleted', 'deadlineAdjusted']);
    expect(decided.facts[0]).toMatchObject({ takenAsEnough: { reason: taking.reason } });
  });

  it('is refused where nothing was given: such a request is taken back', () => {
    expect(() => takeAsEnough(asked(), taking, CALENDARS, at('30 10:00'))).toThrow(
      expect.objectContaining({ code: 'CASE.SUPPLEMENT_NOTHING_GIVEN' }),
    );
  });
});
