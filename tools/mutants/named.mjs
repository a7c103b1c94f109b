// Small changes that change nothing that anybody could see, or nothing that was promised, each with its reason. `npm run
// mutants:score` fails on a survivor that is not here, and prints each in the form in which it stands here: the lines before
// and after. One that no longer applies to the source is a failure of `mutants.spec.ts`. Before a change is named, look whether
// the code can be written so that there is nothing to change.
const of = (file, why, changes) => ({ file, why, changes: changes.map(([from, to]) => ({ from, to })) });

export const NAMED = [
  of('libs/reporting-domain/src/scoring/component.ts', 'of two equal numbers either is the smaller', [
    [
      'export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);',
      'export const smaller = (a: bigint, b: bigint): bigint => (a <= b ? a : b);',
    ],
  ]),
  of('libs/catalogue-domain/src/set-tariff/unsaid-fees.ts', 'of two equal days either is the later', [
    [
      'export const laterDay = (one: string, other: string): string => (one > other ? one : other);',
      'export const laterDay = (one: string, other: string): string => (one >= other ? one : other);',
    ],
  ]),
  of('libs/catalogue-domain/src/set-tariff/rewritten-past.ts', 'of two equal days either is the earlier', [
    [
      'until: item.validTo !== null && item.validTo < past.until ? item.validTo : past.until,',
      'until: item.validTo !== null && item.validTo <= past.until ? item.validTo : past.until,',
    ],
  ]),
  of('libs/catalogue-domain/src/search/phrasings.ts', 'a piece without words says nothing', [
    ['for (let at = 0; at < typed.length;) {', 'for (let at = 0; at <= typed.length;) {'],
  ]),
  of('libs/catalogue-domain/src/import-procedures/read-fees.ts', 'there are none, or at least two', [
    [
      'const together = variants.flatMap(({ rows }) => rows).find(({ fees }) => alternativesIn(fees).length > 1);',
      'const together = variants.flatMap(({ rows }) => rows).find(({ fees }) => alternativesIn(fees).length >= 1);',
    ],
  ]),
  of('libs/kernel/src/clock.ts', 'the short way says what the rules of the zone say, and is only quicker', [
    ['const FIXED_FROM = Date.UTC(1976, 0, 1);', 'const FIXED_FROM = Date.UTC(1976, 0, (1 + 1));'],
    ['const FIXED_FROM = Date.UTC(1976, 0, 1);', 'const FIXED_FROM = Date.UTC(1976, (0 + 1), 1);'],
    ['const FIXED_FROM = Date.UTC(1976, 0, 1);', 'const FIXED_FROM = Date.UTC((1976 + 1), 0, 1);'],
    ['const FIXED_UNTIL = Date.UTC(9999, 11, 31);', 'const FIXED_UNTIL = Date.UTC((9999 + 1), 11, 31);'],
    ['const FIXED_UNTIL = Date.UTC(9999, 11, 31);', 'const FIXED_UNTIL = Date.UTC(9999, 11, (31 + 1));'],
    ['const FIXED_UNTIL = Date.UTC(9999, 11, 31);', 'const FIXED_UNTIL = Date.UTC(9999, (11 + 1), 31);'],
    [
      'const isFixed = (milliseconds: number): boolean => milliseconds >= FIXED_FROM && milliseconds < FIXED_UNTIL;',
      'const isFixed = (milliseconds: number): boolean => milliseconds > FIXED_FROM && milliseconds < FIXED_UNTIL;',
    ],
    [
      'const isFixed = (milliseconds: number): boolean => milliseconds >= FIXED_FROM && milliseconds < FIXED_UNTIL;',
      'const isFixed = (milliseconds: number): boolean => milliseconds >= FIXED_FROM && milliseconds <= FIXED_UNTIL;',
    ],
    [
      'if (timeZone === VIETNAM && isFixed(epochMilliseconds)) return vietnamese(epochMilliseconds);',
      'if (false) return vietnamese(epochMilliseconds);',
    ],
  ]),
  of(
    'libs/legal-clock/src/calendar/working-calendar.ts',
    'where no day is listed, one page that leads nowhere is as good as none',
    [
      ['const first = (listedDays[0] ?? 0) >> PAGE_BITS;', 'const first = (listedDays[0] ?? (0 + 1)) >> PAGE_BITS;'],
      [
        'const last = (listedDays.at(-1) ?? -1) >> PAGE_BITS;',
        'const last = (listedDays.at(-1) ?? -(1 + 1)) >> PAGE_BITS;',
      ],
      [
        'const places = Int32Array.from({ length: last - first + 1 }, (_, page) => {',
        'const places = Int32Array.from({ length: last - first + (1 + 1) }, (_, page) => {',
      ],
    ],
  ),
  of(
    'libs/legal-clock/src/calendar/working-calendar.ts',
    'a look-up that begins too early ends at the same day, only later',
    [
      [
        'while ((listedDays[place] as number) < (first + page) << PAGE_BITS) place++;',
        'while ((listedDays[place] as number) < (first - page) << PAGE_BITS) place++;',
      ],
    ],
  ),
  ...[
    [
      'calendar/time-within-sessions.ts',
      'for (let i = 0; i < opens.length; i++) {',
      'for (let i = 0; i <= opens.length; i++) {',
    ],
    [
      'deadline/start-of-term.ts',
      'for (let i = 0; i < schedule.opens.length; i++) {',
      'for (let i = 0; i <= schedule.opens.length; i++) {',
    ],
    [
      'deadline/end-in-working-time.ts',
      'for (let i = 0; i < schedule.closes.length; i++) {',
      'for (let i = 0; i <= schedule.closes.length; i++) {',
    ],
  ].map(([file, from, to]) =>
    of(`libs/legal-clock/src/${file}`, 'behind the last session there is none: nothing compares with it', [[from, to]]),
  ),
  of('libs/legal-clock/src/calendar/working-calendar.ts', 'pages of twice the size are only slower', [
    ['const PAGE_BITS = 5;', 'const PAGE_BITS = (5 + 1);'],
  ]),
  of('libs/legal-clock/src/calendar/local-time.ts', 'Temporal names no millisecond more than this', [
    ['const LIMIT = 8_640_000_000_000_000;', 'const LIMIT = (8_640_000_000_000_000 + 1);'],
  ]),
  of(
    'libs/legal-clock/src/calendar/time-zone-span.ts',
    'a zone that is there is there at any moment, and never changes twice within two milliseconds',
    [
      [
        'Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);',
        'Temporal.Instant.fromEpochMilliseconds((0 + 1)).toZonedDateTimeISO(timeZone);',
      ],
      [
        "const before = start.add({ milliseconds: 1 }).getTimeZoneTransition('previous');",
        "const before = start.add({ milliseconds: (1 + 1) }).getTimeZoneTransition('previous');",
      ],
    ],
  ),
  of('libs/legal-clock/src/deadline/end-in-working-time.ts', 'any moment of its work leads to the day', [
    [
      'const workingDay = dayWhenWorked(calendar, workedBefore(calendar, day) + 1);',
      'const workingDay = dayWhenWorked(calendar, workedBefore(calendar, day) + (1 + 1));',
    ],
  ]),
  of('libs/fee-domain/src/correct/correct-fees.ts', 'of the two times, one owes more here and the other less', [
    [
      "const paidMore = ASSESSED.find((time) => sumOf(at(assessed, time)) < sumOf(at(owed, time))) ?? 'beforeReturn';",
      "const paidMore = ASSESSED.find((time) => sumOf(at(assessed, time)) <= sumOf(at(owed, time))) ?? 'beforeReturn';",
    ],
  ]),
  of('libs/platform/src/auth/issuer-keys.ts', 'a millisecond more of patience', [
    ['const PATIENCE_MS = 3_000;', 'const PATIENCE_MS = (3_000 + 1);'],
  ]),
  of('libs/platform/src/auth/seal.ts', 'a key is kept for speed only: it is the same when it is made anew', [
    ['if (known) return known;', 'if (false) return known;'],
    ['keys.set(secret, key);', ';'],
  ]),
];
