import { dayInVietnam, earlierOf, laterOf, VIETNAM, withOffset } from './clock.js';

const byItsRules = (instant: Temporal.Instant): string =>
  instant.round('millisecond').toZonedDateTimeISO(VIETNAM).toString({ timeZoneName: 'never' });

describe('an instant as the API writes it', () => {
  it.each([
    ['2026-11-25T01:30:00Z', '2026-11-25T08:30:00+07:00'],
    ['2026-11-25T01:30:00.500Z', '2026-11-25T08:30:00.5+07:00'],
    ['2026-12-31T17:00:00.476Z', '2027-01-01T00:00:00.476+07:00'],
    ['2026-11-25T01:30:00.0009Z', '2026-11-25T08:30:00.001+07:00'],
  ])('%s is %s', (instant, text) => {
    expect(withOffset(Temporal.Instant.from(instant))).toBe(text);
  });

  it('is what the rules of the time zone say, whenever', () => {
    // Steps that hit every kind of millisecond, from 1970 to 2150.
    for (let ms = 0; ms < 5_680_000_000_000; ms += 567_890_123) {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      expect(withOffset(instant)).toBe(byItsRules(instant));
    }
  });

  it('keeps the offset of another zone', () => {
    expect(withOffset(Temporal.Instant.from('2026-07-01T10:00:00Z'), 'Europe/Paris')).toBe('2026-07-01T12:00:00+02:00');
  });
});

describe('the day of an instant in Vietnam', () => {
  it.each([
    ['2026-11-25T16:59:59.999Z', '2026-11-25'],
    ['2026-11-25T17:00:00Z', '2026-11-26'],
    ['1969-12-31T17:00:00Z', '1970-01-01'],
  ])('of %s is %s', (instant, day) => {
    expect(dayInVietnam(Temporal.Instant.from(instant))).toBe(day);
  });

  it('is what the rules of the time zone say, whenever', () => {
    for (let ms = 0; ms < 5_680_000_000_000; ms += 567_890_123) {
      const instant = Temporal.Instant.fromEpochMilliseconds(ms);
      expect(dayInVietnam(instant)).toBe(instant.toZonedDateTimeISO(VIETNAM).toPlainDate().toString());
    }
  });
});

describe('of two instants', () => {
  const [one, other] = ['2026-11-25T01:30:00Z', '2026-11-25T01:30:01Z'].map((text) => Temporal.Instant.from(text)) as [
    Temporal.Instant,
    Temporal.Instant,
  ];

  it('one is the earlier and one the later, in whichever order they are given', () => {
    expect([earlierOf(one, other), earlierOf(other, one)]).toEqual([one, one]);
    expect([laterOf(one, other), laterOf(other, one)]).toEqual([other, other]);
  });

  it('the first is taken where they are equal', () => {
    const same = Temporal.Instant.from(one.toString());
    expect(earlierOf(one, same)).toBe(one);
    expect(laterOf(one, same)).toBe(one);
  });
});
