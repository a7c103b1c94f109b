import { numberOfMessage } from '../index.js';
import { at, refusalOf } from '../testing.fixture.js';

const sending = {
  status: 'processing',
  statusSince: at('2026-11-01T09:00:00'),
  fromApplicant: true,
  sent: 3,
  unanswered: 1,
  now: at('2026-12-01T09:00:00'),
} as const;

describe('a message between applicant and office', () => {
  it('has the next number, whatever the status', () => {
    expect(numberOfMessage(sending)).toBe(4);
    expect(numberOfMessage({ ...sending, status: 'supplementRequired', fromApplicant: false })).toBe(4);
  });

  it('is about a dossier that was submitted, and for 30 days about one that has ended', () => {
    expect(refusalOf(() => numberOfMessage({ ...sending, status: 'draft' })).code).toBe('DOSSIER.MESSAGE_NOT_POSSIBLE');
    expect(numberOfMessage({ ...sending, status: 'returned' })).toBe(4);
    const late = { ...sending, status: 'refused', now: at('2026-12-01T09:00:00.001') } as const;
    expect(refusalOf(() => numberOfMessage(late))).toMatchObject({
      code: 'DOSSIER.MESSAGE_NOT_POSSIBLE',
      evidence: { dossierStatus: 'refused', until: '2026-12-01T09:00:00+07:00' },
    });
    expect(numberOfMessage({ ...late, status: 'processed' })).toBe(4);
  });

  it('is one of 200, and of ten that wait for an answer', () => {
    const tooMany = (more: object) => refusalOf(() => numberOfMessage({ ...sending, ...more }));
    expect(tooMany({ sent: 200, fromApplicant: false })).toMatchObject({ evidence: { limit: 200 } });
    expect(numberOfMessage({ ...sending, sent: 199 })).toBe(200);
    expect(tooMany({ unanswered: 10 })).toMatchObject({
      code: 'DOSSIER.TOO_MANY_MESSAGES',
      evidence: { limit: 10, unanswered: 10 },
    });
    expect(numberOfMessage({ ...sending, unanswered: 9 })).toBe(4);
    // The office answers however many wait.
    expect(numberOfMessage({ ...sending, unanswered: 10, fromApplicant: false })).toBe(4);
  });
});
