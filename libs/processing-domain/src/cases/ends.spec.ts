import { type CaseState, requestSupplement, stopCase, withdrawCase } from '../index.js';
import { anOpenCase, at, LEADER, SPECIALIST, CALENDARS } from '../testing/a-case.fixture.js';

const NOW = at('26 09:00');
const awaiting = (): CaseState =>
  requestSupplement(
    anOpenCase(),
    { officer: SPECIALIST, items: [{ component: 'A', field: null, reason: 'Thiếu' }] },
    CALENDARS,
    NOW,
  ).state;

describe('the end of a case without a result', () => {
  it.each([
    ['open', anOpenCase()],
    ['awaiting a supplement', awaiting()],
  ])('is a stop, with a reason, when it is %s', (_, state) => {
    const { state: next, facts } = stopCase(state, 'Không còn căn cứ giải quyết', LEADER, NOW);
    expect(next).toMatchObject({ status: 'stopped', tasks: [], endedAt: NOW });
    expect(facts).toEqual([
      { type: 'stepChanged', step: null, agency: 'H48.12', officer: null, agencies: [] },
      { type: 'stopped', reason: 'Không còn căn cứ giải quyết', by: LEADER },
    ]);
  });

  it.each([
    ['open', anOpenCase()],
    ['awaiting a supplement', awaiting()],
  ])('is a withdrawal when the applicant asks while it is %s', (_, state) => {
    const { state: next, facts } = withdrawCase(state, 'Không còn nhu cầu', NOW);
    expect(next).toMatchObject({ status: 'withdrawn', tasks: [] });
    expect(facts.at(-1)).toEqual({ type: 'withdrawn', reason: 'Không còn nhu cầu', tell: [] });
  });

  it.each([
    ['Hồ sơ đã được phê duyệt', { decision: 'granted' }],
    ['Hồ sơ đã giải quyết xong', { status: 'completed', decision: 'granted' }],
    ['Hồ sơ đã dừng giải quyết', { status: 'stopped' }],
    ['Hồ sơ đã được rút trước đó', { status: 'withdrawn' }],
  ] as const)('is no withdrawal any more: %s', (reason, change) => {
    const state = { ...anOpenCase(), ...change };
    expect(withdrawCase(state, 'Không còn nhu cầu', NOW)).toEqual({
      state,
      facts: [{ type: 'withdrawalRefused', reason }],
    });
  });
});
