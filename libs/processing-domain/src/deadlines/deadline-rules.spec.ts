import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  completeSupplement,
  stopWhenSupplementExpires,
  extendDeadline,
  isLastDay,
  latestExtension,
  openCase,
  requestSupplement,
} from '../index.js';
import { LIMITS, anOpenCase, at, CALENDARS, opening, said, SPECIALIST, TERMS } from '../testing/a-case.fixture.js';

const ITEMS = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];
const asked = requestSupplement(anOpenCase(), { officer: SPECIALIST, items: ITEMS }, CALENDARS, at('26 09:00'));

/** Every file of this package that decides something. */
const sources = (): string[] =>
  readdirSync(fileURLToPath(new URL('..', import.meta.url)), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(file))
    .map((file) => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8'));

describe('the rules of a running case, each by its sentence', () => {
  it('R9: a supplement request has its own deadline; when it expires the case stops', () => {
    const { deadlineAt } = asked.state.supplements[0] ?? {};
    expect(said(deadlineAt ?? null)).toBe('12-11 09:00');
    expect(
      stopWhenSupplementExpires(asked.state, { number: 1, deadlineAt: at('12-11 09:00') }, at('12-11 09:01'))?.state
        .status,
    ).toBe('stopped');
  });

  it('R11: a technical outage never pauses the clock: the rules that move a due date are a closed list, and an outage is none', () => {
    // By hand: what the law lets move a due date. Whoever adds a rule here has to say which one it is.
    const moving = sources().flatMap((text) => [...text.matchAll(/rule: '(R\d+)'/g)].map(([, rule]) => rule));
    expect([...new Set(moving)].sort()).toEqual(['R13', 'R5', 'R8', 'R9']);
  });

  it('R11: time that passes without anybody at work moves nothing', () => {
    const state = anOpenCase();
    // Three weeks of silence, and then a supplement that comes too late to pause anything.
    const late = requestSupplement(state, { officer: SPECIALIST, items: ITEMS }, CALENDARS, at('12-16 09:00')).state;
    expect(late.due).toEqual(state.due);
  });

  it('R12: original due date, current due date and every adjustment with its reason and actor are kept', () => {
    expect(asked.state.original).toEqual(anOpenCase().original);
    expect(asked.facts.filter(({ type }) => type === 'deadlineAdjusted')).toMatchObject([
      { rule: 'R8', by: SPECIALIST, previous: anOpenCase().due, reason: expect.stringMatching(/\S/) },
    ]);
  });

  it('R12: nothing is dated back: a supplement is never completed before it was asked for', () => {
    const early = completeSupplement(asked.state, { number: 1, completedAt: at('25 09:00') }, CALENDARS).state;
    expect(early.supplements[0]?.completedAt).toEqual(at('26 09:00'));
  });

  it('R13: an apology with a reason and a new date comes at least one day before expiry, and once', () => {
    const apology = { officer: SPECIALIST, reason: 'Chờ ý kiến Bộ', newDueAt: at('12-10 15:00') };
    const once = extendDeadline(anOpenCase(), apology, LIMITS, at('12-01 14:58')).state;
    expect(said(once.due.promised)).toBe('12-10 15:00');
    expect(() => extendDeadline(once, apology, LIMITS, at('12-02 09:00'))).toThrow(
      expect.objectContaining({ code: 'CASE.EXTENSION_USED' }),
    );
    // On the last day.
    expect(() => extendDeadline(anOpenCase(), apology, LIMITS, at('12-02 08:00'))).toThrow(
      expect.objectContaining({
        code: 'CASE.EXTENSION_TOO_LATE',
        evidence: expect.objectContaining({ latest: at('12-01 14:58').toString() }),
      }),
    );
  });

  it('R13: until when an apology may come is said: a day before the promise, once, and not while the clock stands', () => {
    const apology = { officer: SPECIALIST, reason: 'Chờ ý kiến Bộ', newDueAt: at('12-10 15:00') };
    expect(said(latestExtension(anOpenCase()))).toBe('12-01 14:58');
    expect(latestExtension(extendDeadline(anOpenCase(), apology, LIMITS, at('30 09:00')).state)).toBeNull();
    expect(latestExtension(asked.state)).toBeNull();
    expect(latestExtension({ ...anOpenCase(), status: 'awaitingPayment' })).toBeNull();
    expect(isLastDay(anOpenCase(), at('12-01 14:58'))).toBe(false);
    expect(isLastDay(anOpenCase(), at('12-01 14:59'))).toBe(true);
    expect(isLastDay(asked.state, at('12-30 09:00'))).toBe(false);
  });

  it('R13: a new date may lie ten working days beyond the law, and not a minute more', () => {
    const to = (text: string) => () =>
      extendDeadline(anOpenCase(), { officer: SPECIALIST, reason: 'x', newDueAt: at(text) }, LIMITS, at('30 09:00'));
    // Ten working days after 4 December 08:10, the 8th off.
    expect(to('12-21 08:10')).not.toThrow();
    expect(to('12-21 08:11')).toThrow(
      expect.objectContaining({
        code: 'CASE.EXTENSION_INVALID',
        faults: [expect.objectContaining({ code: 'TOO_FAR' })],
      }),
    );
  });

  it('R13: a new date that is past, or not later than the promise, is refused', () => {
    const apology = { officer: SPECIALIST, reason: 'x', newDueAt: at('25 09:00') };
    expect(() => extendDeadline(anOpenCase(), apology, LIMITS, at('26 09:00'))).toThrow(
      expect.objectContaining({ code: 'CASE.EXTENSION_INVALID' }),
    );
  });

  it('R14: the term and the process of the acceptance bind: a case opens with the dates of its slip', () => {
    const { dossierId, code, acceptedAt, original } = anOpenCase();
    const dossier = { dossierId, code, acceptedAt, original, terms: TERMS, earlierSupplements: 0 };
    expect(openCase(dossier, opening(acceptedAt)).state.due).toEqual(original);
  });
});
