import type { Agency } from '@motcua/catalogue-copy';
import type { WorkingCalendar } from '@motcua/legal-clock';
import type { Actor } from '@motcua/platform';
import type { CaseCalendars, CaseState, WatchSettings } from '@motcua/processing-domain';
import type { NotesOfCase } from '../persistence/case-notes.js';
import type { ResultRow } from '../persistence/case-results.js';
import type { Leaders } from '../persistence/leaders.js';
import type { OfficerRow } from '../persistence/officer-register.js';
import type { StoredCase } from '../persistence/stored-case.js';
import type { TaskRow } from '../persistence/task-row.js';
import type { WatchedRow } from '../persistence/watched.js';

/** Which case a command is about: by itself, or by one of its tasks. */
export type AboutCase = { readonly dossierId: string } | { readonly taskId: string };

/** Who asks; absent where an event or the passing of time does. */
export type Asked = AboutCase & { readonly actor?: Actor };

/** What a kind of command has to know beside the case, its open tasks, its calendars and what is watched. */
export interface Needs<Command> {
  readonly results?: boolean;
  /** Of which note of the case more is to be known; null for none but how many there are. */
  note?(command: Command): number | null;
  /** Officers for whom the actor may stand in. */
  readonly standIns?: boolean;
  /** Leaders of the agencies with a task, who may have to be told. */
  readonly leaders?: boolean;
  /** Ids for the tasks of a step that may open. */
  readonly taskIds?: boolean;
  /** Subjects of officers beside the actor. */
  officers?(command: Command): readonly string[];
  /** Identifiers of agencies that the command names, in their current or their legacy form. */
  agencies?(command: Command): readonly string[];
  /** Codes of agencies that follow from the case. */
  agenciesOf?(state: CaseState, command: Command): readonly string[];
  /** Agency whose signatories are asked for. */
  signatories?(state: CaseState, command: Command, step: string | undefined): string | undefined;
  /** A later revision of the case's calendar. */
  calendarRevision?(command: Command): number;
}

/** What a command on a case is decided from. */
export interface CaseFacts {
  readonly stored: StoredCase;
  /** The task that the command is about, open or closed. */
  readonly task: TaskRow | undefined;
  readonly calendars: CaseCalendars;
  readonly laterCalendar: WorkingCalendar | undefined;
  readonly settings: WatchSettings;
  /** How far a promised date may lie beyond the law's. */
  readonly mostWorkingDaysBeyondLaw: number;
  /** What nobody has noticed yet. */
  readonly watched: readonly WatchedRow[];
  readonly results: readonly ResultRow[];
  readonly notes: NotesOfCase;
  readonly officers: ReadonlyMap<string, OfficerRow>;
  readonly signatories: readonly OfficerRow[];
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly leaders: Leaders;
  readonly taskIds: readonly string[];
}
