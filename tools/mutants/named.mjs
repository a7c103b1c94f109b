// Small changes that change nothing that anybody could see, or nothing that was promised, each with its reason. `npm run
// mutants:score` fails on a survivor that is not here, and prints each in the form in which it stands here: the lines before
// and after. One that no longer applies to the source is a failure of `mutants.spec.ts`.
const of = (file, why, changes) => ({ file, why, changes: changes.map(([from, to]) => ({ from, to })) });

export const NAMED = [
  of('libs/fee-domain/src/policy/largest-reduction.ts', 'the order of two codes that differ is all that is asked', [
    [
      '.sort((a, b) => b.basisPoints - a.basisPoints || (a.code < b.code ? -1 : 1));',
      '.sort((a, b) => b.basisPoints - a.basisPoints || (a.code <= b.code ? -1 : 1));',
    ],
    [
      '.sort((a, b) => b.basisPoints - a.basisPoints || (a.code < b.code ? -1 : 1));',
      '.sort((a, b) => b.basisPoints - a.basisPoints || (a.code < b.code ? -(1 + 1) : 1));',
    ],
    [
      '.sort((a, b) => b.basisPoints - a.basisPoints || (a.code < b.code ? -1 : 1));',
      '.sort((a, b) => b.basisPoints - a.basisPoints || (a.code < b.code ? -1 : (1 + 1)));',
    ],
  ]),
  of(
    'libs/fee-domain/src/tariff/assess-at-submission.ts',
    'a line without an amount was refused before; the type does not say so',
    [['const base = amount ?? 0;', 'const base = amount ?? (0 + 1);']],
  ),
  of('libs/fee-domain/src/correct/correct-fees.ts', 'nothing is added where the difference is nothing', [
    ['if (settled[time] && more > 0) difference += more;', 'if (settled[time] && more >= 0) difference += more;'],
  ]),
  of('libs/reporting-domain/src/scoring/component.ts', 'of two equal numbers either is the smaller', [
    [
      'const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);',
      'const smaller = (a: bigint, b: bigint): bigint => (a <= b ? a : b);',
    ],
  ]),
  of('libs/reporting-domain/src/scoring/calculate.ts', 'of two equal numbers either is the smaller', [
    ['const score = sum < max ? sum : max;', 'const score = sum <= max ? sum : max;'],
  ]),
  of('libs/kernel/src/money.ts', 'the dividend is even, so that one more never reaches the next multiple', [
    [
      'Number((BigInt(amount) * BigInt(10_000 - reduction) * 2n + 10_000n) / 20_000n);',
      'Number((BigInt(amount) * BigInt(10_000 - reduction) * 2n + (10_000n + 1n)) / 20_000n);',
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
      'if (timeZone === VIETNAM && epochMilliseconds >= FIXED_FROM && epochMilliseconds < FIXED_UNTIL)',
      'if (timeZone === VIETNAM && epochMilliseconds >= FIXED_FROM && epochMilliseconds <= FIXED_UNTIL)',
    ],
    [
      'if (timeZone === VIETNAM && epochMilliseconds >= FIXED_FROM && epochMilliseconds < FIXED_UNTIL)',
      'if (timeZone === VIETNAM && epochMilliseconds > FIXED_FROM && epochMilliseconds < FIXED_UNTIL)',
    ],
    ['if (timeZone === VIETNAM && epochMilliseconds >= FIXED_FROM && epochMilliseconds < FIXED_UNTIL)', 'if (false)'],
  ]),
  of('libs/dossier-domain/src/accept-dossier/accept.ts', 'no input leads there: only the type allows it', [
    [
      'if (!variant) throw new Error(`version ${atSubmission.version} of ${atSubmission.code} has no variant ${code}`);',
      'if (false) throw new Error(`version ${atSubmission.version} of ${atSubmission.code} has no variant ${code}`);',
    ],
    [
      "if (!statutoryDueAt || !promisedDueAt) throw new Error('a term without supplements cannot be paused');",
      "if (false) throw new Error('a term without supplements cannot be paused');",
    ],
    [
      "if (!statutoryDueAt || !promisedDueAt) throw new Error('a term without supplements cannot be paused');",
      "if (!statutoryDueAt && !promisedDueAt) throw new Error('a term without supplements cannot be paused');",
    ],
  ]),
  of(
    'libs/platform/src/auth/issuer-keys.ts',
    'a millisecond more of patience; and 1 s × 2¹⁰ is above the longest pause',
    [
      ['const PATIENCE_MS = 3_000;', 'const PATIENCE_MS = (3_000 + 1);'],
      ['this.failures = Math.min(this.failures + 1, 10);', 'this.failures = Math.min(this.failures + 1, (10 + 1));'],
    ],
  ),
  of(
    'libs/platform/src/auth/authenticator.ts',
    'a token without an expiry was refused before: jose asks for the claim',
    [
      [
        'this.verified.keep(token, actor, ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000);',
        'this.verified.keep(token, actor, ((payload.exp ?? (0 + 1)) + CLOCK_TOLERANCE_SECONDS) * 1000);',
      ],
    ],
  ),
  of('libs/platform/src/auth/seal.ts', 'a key is kept for speed only: it is the same when it is made anew', [
    ['if (known) return known;', 'if (false) return known;'],
    ['keys.set(secret, key);', ';'],
  ]),
];
