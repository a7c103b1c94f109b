import type { RowChange } from '@motcua/platform';
import type { CaseFact, Officer, WatchedInstant } from '@motcua/processing-domain';
import type { NoteFileRow, NoteRow } from './case-notes.js';
import type { ResultRow } from './case-results.js';
import type { CaseAction } from './history.js';
import type { StoredCase } from './stored-case.js';
import type { TaskRow } from './task-row.js';
import type { PassedInstant } from './watched.js';

/** Line of the history: what was done with the case, when, by whom. */
interface CaseLine {
  readonly action: CaseAction;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** What became of a case: its rows, its history and its events follow from this and nothing else. */
export interface CaseChange {
  /** Null where the case is opened; one whose acceptance was undone where it is opened anew. */
  readonly before: StoredCase | null;
  /** The same as before where the case itself stays as it is, and something about it is told or noticed. */
  readonly after: StoredCase;
  readonly at: Temporal.Instant;
  readonly facts: readonly CaseFact[];
  /** What had passed before this, and is noticed with it. */
  readonly noticed: readonly PassedInstant[];
  /** Absent where only something was noticed. */
  readonly line?: CaseLine;
  readonly tasks: readonly RowChange<TaskRow>[];
  readonly results: readonly RowChange<ResultRow>[];
  /** What is written beside the case; never changed. */
  readonly note?: NoteRow | undefined;
  readonly noteFile?: NoteFileRow | undefined;
  /** Names of watched instants that are done with. */
  readonly seen: readonly string[];
  /** Null: as before. */
  readonly watched: readonly WatchedInstant[] | null;
  /** Leaders of the agencies that may have to be told, by agency. */
  readonly leaders: ReadonlyMap<string, readonly Officer[]>;
}
