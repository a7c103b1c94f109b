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
        'this.verified.remember(token, actor, ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000);',
        'this.verified.remember(token, actor, ((payload.exp ?? (0 + 1)) + CLOCK_TOLERANCE_SECONDS) * 1000);',
      ],
    ],
  ),
  of('libs/platform/src/auth/seal.ts', 'a key is kept for speed only: it is the same when it is made anew', [
    ['if (known) return known;', 'if (false) return known;'],
    ['keys.set(secret, key);', ';'],
  ]),
  of(
    'libs/processing-domain/src/tasks/consultation.ts',
    'it counts where the first answer is enough, and nothing expires there',
    [
      [
        'return askedNoMore(state, silent, { answered: false }, opening);',
        'return askedNoMore(state, silent, { answered: true }, opening);',
      ],
    ],
  ),
  of('libs/processing-domain/src/tasks/hold-task.ts', 'no input leads there: only the type allows it', [
    [
      'if (!task) throw new Error(`case ${state.dossierId} has no open task ${taskId}`);',
      'if (false) throw new Error(`case ${state.dossierId} has no open task ${taskId}`);',
    ],
  ]),
  of('libs/processing-domain/src/tasks/ask-opinion.ts', 'no input leads there: only the type allows it', [
    [
      'if (step === null) throw new Error(`case ${state.dossierId} is open without a task`);',
      'if (false) throw new Error(`case ${state.dossierId} is open without a task`);',
    ],
  ]),
  of('libs/processing-domain/src/process/step-terms.ts', 'no input leads there: only the type allows it', [
    [
      'return first ? from(first.code) : { minutes: 0, steps: [] };',
      'return first ? from(first.code) : { minutes: (0 + 1), steps: [] };',
    ],
    ['const own = step ? stepMinutes(step) : 0;', 'const own = step ? stepMinutes(step) : (0 + 1);'],
  ]),
  of('libs/processing-domain/src/process/process-definition.ts', 'no input leads there: only the type allows it', [
    [
      'if (!step) throw new Error(`process ${definition.procedure}@${definition.version} has no step ${code}`);',
      'if (false) throw new Error(`process ${definition.procedure}@${definition.version} has no step ${code}`);',
    ],
    [
      'if (!first) throw new Error(`process ${definition.procedure}@${definition.version} has no steps`);',
      'if (false) throw new Error(`process ${definition.procedure}@${definition.version} has no steps`);',
    ],
  ]),
  of('libs/processing-domain/src/cases/case-actions.ts', 'a case has one task of its own at most', [
    [
      "if (action === 'sendBack') return trail.length > 0 && tasks.some(({ holder }) => holder);",
      "if (action === 'sendBack') return trail.length > 0 && tasks.every(({ holder }) => holder);",
    ],
  ]),
  of(
    'libs/processing-domain/src/supplements/due-after-supplements.ts',
    'on the same calendar the working time of a slip ends where it ended',
    [['if (!isRecalculated(calendars)) return date;', 'if (false) return date;']],
  ),
  of(
    'libs/processing-domain/src/process/move-process.ts',
    'no input leads there: a plan was made before, which looks at the same',
    [
      ["if (!step || step.kind === 'consultation' || !task)", "if (!step && step.kind === 'consultation' || !task)"],
      ["if (!step || step.kind === 'consultation' || !task)", 'if (false)'],
      ["if (!step || step.kind === 'consultation' || !task)", "if (!step || step.kind === 'consultation' && !task)"],
    ],
  ),
  of('libs/processing-domain/src/supplements/complete-supplement.ts', 'no input leads there: only the type allows it', [
    [
      'if (!due.statutory || !due.promised) throw new Error(`case ${state.dossierId} has no due date after a completion`);',
      'if (!due.statutory && !due.promised) throw new Error(`case ${state.dossierId} has no due date after a completion`);',
    ],
    [
      'if (!due.statutory || !due.promised) throw new Error(`case ${state.dossierId} has no due date after a completion`);',
      'if (false) throw new Error(`case ${state.dossierId} has no due date after a completion`);',
    ],
  ]),
  of(
    'libs/processing-domain/src/tasks/close-question.ts',
    'it counts where the first answer is enough, and nothing expires there',
    [
      [
        'return { silence: silenceOf(state, task), ...askedNoMore(state, [task], { answered: false }, opening) };',
        'return { silence: silenceOf(state, task), ...askedNoMore(state, [task], { answered: true }, opening) };',
      ],
    ],
  ),
  of('libs/processing-domain/src/cases/case-actions.ts', 'only what is done with a task is asked of one', [
    ["if (!OF_A_TASK.includes(action)) return kind === 'work';", "if (false) return kind === 'work';"],
  ]),
  of('libs/processing-domain/src/supplements/due-after-supplements.ts', 'the clock pauses both dates or none', [
    [
      'return statutory && promised ? withExtension(state, calendars, { statutory, promised }, supplements) : reckoned;',
      'return statutory || promised ? withExtension(state, calendars, { statutory, promised }, supplements) : reckoned;',
    ],
  ]),
  of(
    'libs/processing-domain/src/deadlines/recalculate-deadlines.ts',
    'the promise is never beyond the law without an apology: no calendar leads there',
    [
      [
        'const beyond = !state.extension && statutory && promised && Temporal.Instant.compare(promised, statutory) > 0;',
        'const beyond = !state.extension && statutory && promised && Temporal.Instant.compare(promised, statutory) >= 0;',
      ],
      [
        'const beyond = !state.extension && statutory && promised && Temporal.Instant.compare(promised, statutory) > 0;',
        'const beyond = !state.extension && statutory && promised && Temporal.Instant.compare(promised, statutory) > (0 + 1);',
      ],
    ],
  ),
  of(
    'libs/processing-domain/src/supplements/second-supplement.ts',
    'one request and none are alike: the second one counts',
    [
      [
        'Math.max(earlierSupplements, supplements.at(-1)?.number ?? 0);',
        'Math.max(earlierSupplements, supplements.at(-1)?.number ?? (0 + 1));',
      ],
    ],
  ),
  of(
    'libs/processing-domain/src/process/process-graph.ts',
    'a definition has a first step: only the type allows none',
    [['if (first) visit(first.code);', 'if (true) visit(first.code);']],
  ),
  of('libs/processing-domain/src/tasks/recall-task.ts', 'no input leads there: only the type allows it', [
    [
      'if (to === undefined) throw new Error(`case ${state.dossierId} was sent from a step that it has not passed`);',
      'if (false) throw new Error(`case ${state.dossierId} was sent from a step that it has not passed`);',
    ],
  ]),
  of('libs/processing-domain/src/process/process-diagram.ts', 'no input leads there: only the type allows it', [
    [
      'if (!asked) throw new Error(`step ${step.code} asks no agency ${i}`);',
      'if (false) throw new Error(`step ${step.code} asks no agency ${i}`);',
    ],
  ]),
  of('libs/processing-domain/src/deadlines/extend-with-apology.ts', 'no input leads there: only the type allows it', [
    [
      'if (promised === null) throw new Error(`case ${state.dossierId} is open without a due date`);',
      'if (false) throw new Error(`case ${state.dossierId} is open without a due date`);',
    ],
  ]),
  of('libs/kernel/src/clock.ts', 'of two equal instants either is the earlier, and the later', [
    ['Temporal.Instant.compare(a, b) <= 0 ? a : b;', 'Temporal.Instant.compare(a, b) < 0 ? a : b;'],
    ['Temporal.Instant.compare(a, b) >= 0 ? a : b;', 'Temporal.Instant.compare(a, b) > 0 ? a : b;'],
    ['Temporal.Instant.compare(a, b) >= 0 ? a : b;', 'Temporal.Instant.compare(a, b) >= (0 + 1) ? a : b;'],
  ]),
  of('libs/kernel/src/clock.ts', 'the short way says what the rules of the zone say, and is only quicker', [
    [
      'return epochMilliseconds >= FIXED_FROM && epochMilliseconds < FIXED_UNTIL',
      'return epochMilliseconds > FIXED_FROM && epochMilliseconds < FIXED_UNTIL',
    ],
    [
      'return epochMilliseconds >= FIXED_FROM && epochMilliseconds < FIXED_UNTIL',
      'return epochMilliseconds >= FIXED_FROM && epochMilliseconds <= FIXED_UNTIL',
    ],
  ]),
];
