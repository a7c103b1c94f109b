import {
  apologise,
  askOpinion,
  cancelSupplement,
  type CaseState,
  claimTask,
  demandFee,
  escalateCase,
  extendDeadline,
  moveSupplementDeadline,
  requestSupplement,
  stopCase,
  takeAsEnough,
  undoAcceptance,
} from '../index.js';
import { anOpenCase, at, CALENDAR, CALENDARS, LIMITS, next, SPECIALIST } from '../testing/a-case.fixture.js';

const NOW = at('26 09:00');
const ended: CaseState = { ...anOpenCase(), status: 'stopped', endedAt: NOW, tasks: [] };
const STRANGER = { subject: 'x', roles: [], actsFor: () => false };
const WHY = { reason: 'x', legalBasis: 'x' };
const supplement = { number: 1, officer: SPECIALIST, reason: 'x', deadlineAt: at('25 09:00') };
const date = { officer: SPECIALIST, reason: 'x', newDueAt: at('25 09:00') };

describe('what the status of a case does not allow', () => {
  /** Each with something else that is wrong with it. */
  it.each<[string, () => unknown]>([
    ['a claim of a task', () => claimTask(ended, 'no such task', SPECIALIST, NOW)],
    ['an apology', () => apologise(ended, date, LIMITS, NOW)],
    ['an extension', () => extendDeadline(ended, date, LIMITS, NOW)],
    ['an escalation', () => escalateCase(ended, 'x', SPECIALIST)],
    [
      'a question to another agency',
      () => {
        const asked = { agency: 'H48.12', role: 'leader', term: { amount: 1, unit: 'workingDay' } } as const;
        return askOpinion(ended, { ...asked, officer: SPECIALIST, question: 'x' }, next(NOW));
      },
    ],
    ['a demand for a fee', () => demandFee(ended, { officer: SPECIALIST, lines: [], ...WHY }, CALENDARS, NOW)],
    ['a supplement that is taken back', () => cancelSupplement(ended, supplement, CALENDARS, NOW)],
    ['a later time for a supplement', () => moveSupplementDeadline(ended, supplement, CALENDAR, NOW)],
    ['a part that is taken as enough', () => takeAsEnough(ended, supplement, CALENDARS, NOW)],
    [
      'an acceptance that is undone',
      () => undoAcceptance(ended, { caller: STRANGER, officer: SPECIALIST, reason: 'x', now: at('12-25 09:00') }),
    ],
    ['a stop', () => stopCase(ended, 'x', SPECIALIST, NOW)],
    [
      'a request for a supplement',
      () =>
        requestSupplement(
          ended,
          { officer: SPECIALIST, items: [{ component: 'NONE', field: null, reason: 'x' }] },
          CALENDARS,
          NOW,
        ),
    ],
  ])('is said before anything that is wrong with %s', (_, decide) => {
    expect(decide).toThrow(expect.objectContaining({ code: 'CASE.ACTION_NOT_ALLOWED' }));
  });
});
