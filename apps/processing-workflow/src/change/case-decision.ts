import type { RowChange } from '@motcua/platform';
import type { Decided } from '@motcua/processing-domain';
import type { CaseChange } from '../persistence/case-change.js';
import { changedCaseRow, type HeardOfCase } from '../persistence/case-row.js';
import type { NoteFileRow, NoteRow } from '../persistence/case-notes.js';
import type { ResultRow } from '../persistence/case-results.js';
import type { CaseAction } from '../persistence/history.js';
import type { StoredCase } from '../persistence/stored-case.js';
import type { TaskRow } from '../persistence/task-row.js';
import { type Silences, type TaskClosure, taskChanges } from '../persistence/task-changes.js';
import { hasPassed, passedInstants, toWatch, type Watch, watchedAlike } from '../persistence/watched.js';
import type { CaseFacts } from './case-facts.js';

/** Who notices what passes. */
const WATCH = 'system:watch-deadlines';

/** What was decided about a case, and what the history says of it. */
export interface CaseDecision {
  readonly decided: Decided;
  readonly action: CaseAction;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** How a task was closed, where an officer did it; what is closed beside it is cancelled. */
  readonly closure?: TaskClosure;
  readonly silences?: Silences;
  readonly results?: readonly RowChange<ResultRow>[];
  readonly note?: NoteRow;
  readonly noteFile?: NoteFileRow;
  /** What another service has told of the case. */
  readonly heard?: HeardOfCase;
  /** The case stays as it is, and so does its version: something about it is told. */
  readonly toldOnly?: boolean;
}

export interface Circumstances {
  /** Subject of the officer, or `system:<reaction>`. */
  readonly actor: string;
  readonly at: Temporal.Instant;
}

const watchOf = ({ calendars, laterCalendar, settings }: CaseFacts): Watch => ({
  calendar: laterCalendar ?? calendars.current,
  settings,
});

/** All that becomes of a case with a decision: what had passed before is noticed with it. */
export function changeOf(facts: CaseFacts, decision: CaseDecision, { actor, at }: Circumstances): CaseChange {
  const { stored, leaders } = facts;
  const { decided, action, detail, closure, silences, results = [], heard, toldOnly, note, noteFile } = decision;
  const line = { action, at, actor, ...(detail && { detail }) };
  const told = { before: stored, after: stored, at, facts: decided.facts, line, leaders, note, noteFile };
  if (toldOnly) return { ...told, noticed: [], tasks: [], results, seen: [], watched: null };
  const passed = passedInstants(
    stored.state,
    facts.watched,
    { ...watchOf(facts), calendar: facts.calendars.current },
    at,
  );
  const tasks = taskChanges(stored.tasks, decided.state, stored.row.applicant_ref, { at, closure, silences });
  return {
    ...told,
    after: storedAfter(
      stored,
      decided,
      tasks.map(({ after }) => after),
      heard,
    ),
    noticed: passed.filter((one) => one.facts.length > 0),
    tasks: tasks.filter(({ before, after }) => before !== after),
    results,
    seen: passed.map(({ name }) => name),
    watched: watchedAlike(stored.state, decided.state) ? null : toWatch(decided.state, watchOf(facts)),
  };
}

const storedAfter = (
  stored: StoredCase,
  { state }: Decided,
  tasks: readonly TaskRow[],
  heard: HeardOfCase | undefined,
): StoredCase => ({
  state,
  row: { ...changedCaseRow(stored.row, stored.state, state), ...heard },
  tasks: new Map(tasks.filter((task) => task.state === 'open').map((task) => [task.id, task])),
});

/** What passed unnoticed until now, where nothing else happens to the case; undefined where nothing did. */
export function noticedChange(facts: CaseFacts, at: Temporal.Instant): CaseChange | undefined {
  const { stored, leaders, watched } = facts;
  const due = watched.filter((row) => hasPassed(row, at));
  if (due.length === 0) return undefined;
  const passed = passedInstants(stored.state, watched, watchOf(facts), at).filter((one) => one.facts.length > 0);
  // What the case no longer wants watched is done with as well.
  const seen = due.map(({ name }) => name);
  const nothing = { action: 'deadlinePassed', at, actor: WATCH, detail: { passed: seen } } as const;
  const told = passed.length > 0 ? {} : { line: nothing };
  return {
    ...told,
    before: stored,
    after: stored,
    at,
    facts: [],
    noticed: passed,
    tasks: [],
    results: [],
    seen,
    watched: null,
    leaders,
  };
}
