import { cancelSupplement, moveSupplementDeadline, standingOfFiles } from '../index.js';
import { at, calendar } from '../testing.fixture.js';

const waiting = { status: 'supplementRequired', everAccepted: false } as const;

describe('a supplement request that is taken back before the acceptance', () => {
  it('leaves the office the time that it had for its reception (R6)', () => {
    const due = at('2026-11-26T10:00');
    expect(cancelSupplement(waiting, { receptionDueAt: due }, at('2026-11-25T09:00'))).toMatchObject({
      status: 'registered',
      receptionDueAt: due,
    });
  });

  it('is the case’s to take back after it', () => {
    expect(() =>
      cancelSupplement({ ...waiting, everAccepted: true }, { receptionDueAt: null }, at('2026-11-25T09:00')),
    ).toThrow(expect.objectContaining({ code: 'DOSSIER.ACTION_NOT_ALLOWED' }));
  });
});

describe('the deadline of a supplement before the acceptance', () => {
  const moved = (deadlineAt: string, now: string) =>
    moveSupplementDeadline(waiting, {
      request: { number: 1, deadlineAt: at('2026-12-01T10:00') },
      deadlineAt: at(deadlineAt),
      supplementTermWorkingDays: 5,
      calendar,
      now: at(now),
    });

  it('moves to a later time while it has not passed, by no more than a new request would give (R9)', () => {
    expect(moved('2026-12-03T10:00', '2026-11-30T10:00').equals(at('2026-12-03T10:00'))).toBe(true);
    expect(() => moved('2026-12-08T10:01', '2026-12-01T10:00')).toThrow(
      expect.objectContaining({ code: 'DOSSIER.INPUT_INVALID' }),
    );
    expect(() => moved('2026-12-03T10:00', '2026-12-01T10:01')).toThrow(
      expect.objectContaining({ code: 'DOSSIER.SUPPLEMENT_EXPIRED' }),
    );
  });
});

describe('what the life of a dossier does not allow', () => {
  const accepted = { status: 'accepted', everAccepted: true } as const;

  /** Each with something else that is wrong with it. */
  it.each([
    [
      'a request that is taken back',
      () => cancelSupplement(accepted, { receptionDueAt: null }, at('2026-11-25T09:00')),
    ],
    [
      'a deadline that is moved',
      () =>
        moveSupplementDeadline(accepted, {
          request: { number: 1, deadlineAt: at('2026-12-01T10:00') },
          deadlineAt: at('2026-11-01T10:00'),
          supplementTermWorkingDays: 5,
          calendar,
          now: at('2026-12-02T10:00'),
        }),
    ],
  ])('is said before anything that is wrong with %s', (_, decide) => {
    expect(decide).toThrow(
      expect.objectContaining({
        code: 'DOSSIER.ACTION_NOT_ALLOWED',
        evidence: expect.objectContaining({ dossierStatus: 'accepted' }) as object,
      }),
    );
  });
});

describe('the papers of a dossier', () => {
  const file = (id: string, component: string, supplement: number | null, uploaded = '2026-11-25T08:00') => ({
    ...{ id, component, supplement },
    uploadedAt: at(uploaded),
  });
  const open = { number: 1, givenAt: null, rejectedReason: null, cancelledAt: null, enoughReason: null, parts: [] };
  const given = { ...open, givenAt: at('2026-11-25T09:00') };

  it('are told apart: what a supplement brought takes the place of what was there for the component', () => {
    const files = [file('a', 'BAN-VE', null), file('b', 'DON', null), file('c', 'BAN-VE', 1), file('d', 'BAN-VE', 1)];
    expect([...standingOfFiles(files, [given])]).toEqual([
      ['a', 'superseded'],
      ['b', 'current'],
      ['c', 'current'],
      ['d', 'current'],
    ]);
  });

  it('count once they are given', () => {
    const files = [file('a', 'BAN-VE', null), file('c', 'BAN-VE', 1)];
    expect([...standingOfFiles(files, [open])]).toEqual([
      ['a', 'current'],
      ['c', 'notGiven'],
    ]);
  });

  it('count with the part that brought them; what is put to the request since then is not given', () => {
    const files = [
      file('a', 'BAN-VE', null),
      file('c', 'BAN-VE', 1, '2026-11-25T08:30'),
      file('d', 'DON', 1, '2026-11-25T08:31'),
    ];
    const inPart = { ...open, parts: [{ at: '2026-11-25T01:30:00Z', items: [1] }] };
    const standing = [
      ['a', 'superseded'],
      ['c', 'current'],
      ['d', 'notGiven'],
    ];
    expect([...standingOfFiles(files, [inPart])]).toEqual(standing);
    // What an officer took as enough is what was given, not what lay ready.
    const enough = { ...inPart, givenAt: at('2026-11-26T09:00'), enoughReason: 'Đủ căn cứ' };
    expect([...standingOfFiles(files, [enough])]).toEqual(standing);
    expect([...standingOfFiles(files, [{ ...inPart, cancelledAt: at('2026-11-26T09:00') }])][1]).toEqual([
      'c',
      'notGiven',
    ]);
  });
});
