// Bugs of commands that are done together, and the sentence of the group commit that must turn red because of each.
const commands = 'libs/platform/src/commands';
const GROUP = { project: 'postgres', spec: `${commands}/group-commit.pg.spec.ts` };

const SETS = { project: 'postgres', spec: 'libs/platform/src/events/inbox/event-sets.pg.spec.ts' };

export const COMMAND_MUTANTS = [
  {
    name: 'the tag of COMMIT is not looked at',
    patches: [
      {
        file: 'libs/platform/src/database/transaction.ts',
        find: "if (result.command !== 'COMMIT')",
        replace: "if (result.command === 'NOTHING')",
      },
    ],
    found: [{ ...GROUP, sentence: 'do not take for a success what the database has rolled back' }],
  },
  {
    name: 'the state of a group is committed before its events and answers',
    patches: [
      {
        file: `${commands}/apply-commands.ts`,
        find: 'const saved = (await saving) ?? changes;',
        replace: "const saved = (await saving) ?? changes;\n  await query('COMMIT AND CHAIN');",
      },
    ],
    found: [
      {
        ...GROUP,
        sentence:
          'are all or none where the last of their statements fails: no state, event, line or answer of any of them',
      },
    ],
  },
  {
    name: 'one of a group goes without its answer',
    patches: [
      {
        file: `${commands}/run-group.ts`,
        find: 'for (const { key, place } of keyed) {',
        replace: 'for (const { key, place } of keyed.slice(1)) {',
      },
    ],
    found: [
      {
        ...GROUP,
        sentence: 'are one transaction, in which each has its state, its event, its line of history and its answer',
      },
    ],
  },
  {
    name: 'an event bears the head of a neighbour’s history',
    patches: [
      {
        file: 'libs/platform/src/database/new-outbox-rows.ts',
        find: 'const head = heads.get(aggregate);',
        replace: 'const head = heads.has(aggregate) ? [...heads.values()][0] : undefined;',
      },
    ],
    found: [
      {
        ...GROUP,
        sentence: 'leave events in order without a hole, histories that hold, and with each event the head of its own',
      },
    ],
  },
  {
    name: 'the version that was seen is not looked at',
    patches: [
      {
        file: 'libs/platform/src/http/preconditions.ts',
        find: 'if (current === seen) return;',
        replace: 'if (seen !== undefined) return;',
      },
    ],
    found: [{ ...GROUP, sentence: 'let one of those win that saw the same version' }],
  },
  {
    name: 'a member of a group is done again alone',
    patches: [
      {
        file: `${commands}/apply-commands.ts`,
        find: "outcomes[place] = { is: 'done', answer: kind.answer(change, facts, command) };",
        replace: '',
      },
    ],
    found: [{ ...GROUP, sentence: 'do not suffer from a bad neighbour, and none of them is done twice' }],
  },
  {
    name: 'commands of a lost commit are tried again',
    patches: [
      {
        file: `${commands}/command-lanes.ts`,
        find: 'if (error instanceof CommitUnanswered) return false;',
        replace: 'if (error instanceof CommitUnanswered) return true;',
      },
    ],
    found: [{ ...GROUP, sentence: 'are not tried again where nobody knows whether they are done' }],
  },
  {
    name: 'two changes of one aggregate in a group',
    patches: [
      {
        file: `${commands}/command-lanes.ts`,
        find: '!member.names.some((name) => this.busy.has(name) || earlier.has(name))',
        replace: 'member.names.length > 0',
      },
      {
        file: `${commands}/apply-commands.ts`,
        find: 'if (!changing.has(aggregate)) decided.push',
        replace: 'decided.push',
      },
    ],
    found: [{ ...GROUP, sentence: 'let one of those win that saw the same version' }],
  },
  {
    name: 'a group waits for the row of one',
    patches: [
      {
        file: `${commands}/apply-commands.ts`,
        find: 'skipLocked: options.alone ? sql.empty : SKIP_LOCKED',
        replace: 'skipLocked: options.alone ? SKIP_LOCKED : sql.empty',
      },
    ],
    found: [{ ...GROUP, sentence: 'do not wait for a row that somebody holds: only its own command does' }],
  },
  {
    name: 'a key is looked up before it is locked',
    patches: [
      {
        file: `${commands}/claims.ts`,
        find: 'const [locks, kept] = await Promise.all([',
        replace: `const early = await queries.query<KeptRow>(
    sql\`SELECT k.n, i.fingerprint, i.status, i.headers, i.sealed, i.body FROM \${given}
      JOIN idempotency i ON i.client = k.client AND i.key = k.key\`,
  );
  const [locks] = await Promise.all([`,
      },
      {
        file: `${commands}/claims.ts`,
        find: 'const rows = new Map(kept.map(',
        replace: 'const rows = new Map(early.map(',
      },
    ],
    found: [
      {
        ...GROUP,
        sentence: 'give the answer that is kept to whoever asks while the first is just being committed',
      },
    ],
  },
  {
    name: 'an event that fails takes its neighbours along',
    patches: [
      {
        file: 'libs/platform/src/events/inbox/batch-transaction.ts',
        find: 'failed.every(({ failure }) => failure.clean)',
        replace: 'failed.length === 0',
      },
    ],
    found: [{ ...SETS, sentence: 'do not suffer from one that fails: it is held, and no neighbour is done twice' }],
  },
  {
    name: 'a set of events waits for the row of one',
    patches: [
      {
        file: `${commands}/apply-set.ts`,
        find: '{ now, alone, within:',
        replace: '{ now, alone: alone || asked.length > 0, within:',
      },
    ],
    found: [{ ...SETS, sentence: 'wait for a row that somebody holds one by one: it delays its own event only' }],
  },
  {
    name: 'two commands about one aggregate are decided upon the same facts',
    patches: [
      {
        file: `${commands}/apply-set.ts`,
        find: '.map(([first]) => first!)',
        replace: '.flat()',
      },
    ],
    found: [
      { ...SETS, sentence: 'see each what the one before it changed, where several keys are about one aggregate' },
    ],
  },
  {
    name: 'an event that no broker takes is committed',
    patches: [
      {
        file: 'libs/platform/src/database/event-size.ts',
        find: 'if (bytes > MOST_BYTES)',
        replace: 'if (bytes < 0)',
      },
    ],
    found: [
      {
        project: 'postgres',
        spec: `${commands}/limits-of-a-transaction.pg.spec.ts`,
        sentence: 'is refused whose event no broker would take, with 413 and nothing written; its neighbours are done',
      },
    ],
  },
];
