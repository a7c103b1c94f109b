// Wrong dates, each in one decision. Before Jest could see into Temporal values every one of them survived every spec.
const pure = (file, find, replace, spec, sentence, name) => ({
  name,
  patches: [{ file, find, replace }],
  found: [{ project: 'pure', spec, sentence }],
});
const DOSSIER = 'libs/dossier-domain/src';
const PROCESSING = 'libs/processing-domain/src';
const DAYS_30 = 'Temporal.Duration.from({ hours: 720 })';

export const DATE_MUTANTS = [
  pure(
    `${DOSSIER}/accept-dossier/accept.ts`,
    'acceptedAt: now,\n    procedureVersion',
    `acceptedAt: now.subtract(${DAYS_30}),\n    procedureVersion`,
    `${DOSSIER}/accept-dossier/accept.spec.ts`,
    'begins its term, with both due dates for the slip',
    'acceptance dated back',
  ),
  pure(
    `${DOSSIER}/submit-dossier/submit.ts`,
    'submittedAt: now,',
    `submittedAt: now.subtract(${DAYS_30}),`,
    `${DOSSIER}/submit-dossier/submit.spec.ts`,
    'registers it, with the version in force, and 8 working hours for its reception over the holiday',
    'submission dated back',
  ),
  pure(
    `${PROCESSING}/deadlines/lateness-blocks-nothing.ts`,
    "kind: 'processing', track: watched.track, taskId: null, dueAt: watched.at }",
    "kind: 'processing', track: watched.track, taskId: null, dueAt: now }",
    `${PROCESSING}/deadlines/watch.spec.ts`,
    'records lateness with the instant from which on it was late, and not at that instant yet',
    'lateness recorded from when it was noticed',
  ),
  pure(
    `${PROCESSING}/supplements/became-overdue-by-supplements.ts`,
    'taskId: null, dueAt: at }',
    `taskId: null, dueAt: at.add(${DAYS_30}) }`,
    `${PROCESSING}/supplements/became-overdue-by-supplements.spec.ts`,
    'from the instant at which it is asked, those before acceptance counted',
    'second supplement counted from another instant',
  ),
  pure(
    `${DOSSIER}/refuse-dossier/refuse.ts`,
    'refusedAt: now,',
    `refusedAt: now.add(${DAYS_30}),`,
    `${DOSSIER}/refuse-dossier/refuse.spec.ts`,
    'ends its life, with a reason and what is at fault',
    'refusal at a wrong time',
  ),
  pure(
    `${DOSSIER}/return-result/return-result.ts`,
    'returnedAt: now,',
    `returnedAt: now.add(${DAYS_30}),`,
    `${DOSSIER}/return-result/return-result.spec.ts`,
    'ends the life of the dossier',
    'return at a wrong time',
  ),
  pure(
    `${PROCESSING}/cases/stop-case.ts`,
    'endedAt: now,',
    `endedAt: now.add(${DAYS_30}),`,
    `${PROCESSING}/cases/ends.spec.ts`,
    'is a stop, with a reason, when it is',
    'stop at a wrong time',
  ),
];
