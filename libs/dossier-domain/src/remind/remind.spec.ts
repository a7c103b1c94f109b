import { at } from '../testing.fixture.js';
import { remind } from './remind.js';

const SINCE = at('2026-12-01T08:00:00');
const UNPAID = {
  status: 'paymentRequired',
  everAccepted: false,
  delivery: 'counter',
  since: SINCE,
  remindedAt: null,
  reminders: 0,
  everyDays: 10,
  atMost: 2,
  now: at('2026-12-11T08:00:00'),
} as const;

describe('who has not paid or fetched', () => {
  it('is reminded after so many days, and not a moment before', () => {
    expect(remind({ ...UNPAID, now: at('2026-12-11T07:59:59') })).toBeNull();
    expect(remind(UNPAID)).toEqual({
      kind: 'remind',
      awaited: 'payment',
      number: 1,
      endsAt: at('2026-12-31T08:00:00'),
    });
  });

  it('is reminded again from the last reminder on, and then the unpaid dossier ends', () => {
    const once = { ...UNPAID, remindedAt: at('2026-12-12T08:00:00'), reminders: 1 };
    expect(remind({ ...once, now: at('2026-12-21T08:00:00') })).toBeNull();
    expect(remind({ ...once, now: at('2026-12-22T08:00:00') })).toMatchObject({
      number: 2,
      endsAt: at('2027-01-01T08:00:00'),
    });
    const twice = { ...once, remindedAt: at('2026-12-22T08:00:00'), reminders: 2 };
    expect(remind({ ...twice, now: at('2027-01-01T07:59:59') })).toBeNull();
    expect(remind({ ...twice, now: at('2027-01-01T08:00:00') })).toMatchObject({ kind: 'end', status: 'withdrawn' });
  });

  it('counts anew when the dossier waits anew', () => {
    const before = { ...UNPAID, remindedAt: at('2026-11-30T08:00:00'), reminders: 2 };
    expect(remind(before)).toMatchObject({ kind: 'remind', number: 1 });
  });

  it('keeps an accepted dossier, whose case has a deadline of its own, and a result until it is fetched', () => {
    const accepted = { ...UNPAID, everAccepted: true };
    expect(remind(accepted)).toMatchObject({ awaited: 'payment', endsAt: null });
    const result = { ...accepted, status: 'processed' } as const;
    expect(remind(result)).toMatchObject({ awaited: 'collection', number: 1, endsAt: null });
    for (const one of [accepted, result]) expect(remind({ ...one, remindedAt: SINCE, reminders: 2 })).toBeNull();
  });

  it('is reminded of nothing that the post brings, in no other status, and not where the office wants none', () => {
    expect(remind({ ...UNPAID, everAccepted: true, status: 'processed', delivery: 'post' })).toBeNull();
    expect(remind({ ...UNPAID, status: 'registered' })).toBeNull();
    expect(remind({ ...UNPAID, atMost: 0 })).toBeNull();
  });
});
