import { countsAsOverdue, openCase, requestSupplement } from '../index.js';
import { anOpenCase, at, factsOf, SPECIALIST, TERMS, CALENDARS, opening } from '../testing/a-case.fixture.js';

const ITEMS = [{ component: 'BAN-VE', field: null, reason: 'Thiếu chữ ký' }];

describe('R10: a second supplement request makes the dossier count as overdue in Decision 766', () => {
  const ask = (earlierSupplements: number) =>
    requestSupplement(
      { ...anOpenCase(), earlierSupplements },
      { officer: SPECIALIST, items: ITEMS },
      CALENDARS,
      at('26 09:00'),
    );

  it('not with the first one', () => {
    expect(factsOf(ask(0))).not.toContain('becameOverdue');
    expect(countsAsOverdue(ask(0).state)).toBe(false);
  });

  it('from the instant at which it is asked, those before acceptance counted', () => {
    expect(ask(1).facts.at(-1)).toEqual({
      type: 'becameOverdue',
      kind: 'secondSupplement',
      track: null,
      taskId: null,
      dueAt: at('26 09:00'),
    });
    expect(countsAsOverdue(ask(1).state)).toBe(true);
  });

  it('once: a third one says it no more', () => {
    expect(factsOf(ask(2))).not.toContain('becameOverdue');
    expect(countsAsOverdue(ask(2).state)).toBe(true);
  });

  it('from the acceptance on, where both were before it', () => {
    const { dossierId, code, acceptedAt, original } = anOpenCase();
    const opened = openCase(
      { dossierId, code, acceptedAt, original, terms: TERMS, earlierSupplements: 2 },
      opening(acceptedAt),
    );
    expect(opened.facts.at(-1)).toMatchObject({ type: 'becameOverdue', kind: 'secondSupplement', dueAt: acceptedAt });
  });
});
