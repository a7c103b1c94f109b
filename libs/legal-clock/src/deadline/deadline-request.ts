import type { Moment } from '../calendar/local-time.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import type { Supplement, SupplementPolicy } from './pause-or-restart.js';
import type { Term } from './term.js';

/** What a deadline is computed from. Instants are whole milliseconds. */
export interface DeadlineInput<M extends Moment = Temporal.Instant> {
  readonly calendar: WorkingCalendar;
  readonly acceptedAt: M;
  readonly term: Term;
  /** How much sooner than the statutory term the result is promised, 0 to 9,999 (R17). Default 0. */
  readonly reductionBasisPoints?: number;
  /** Default `pause`. */
  readonly supplementPolicy?: SupplementPolicy;
  /** In order, not overlapping, none before the acceptance; only the last may be open (R8). Default none. */
  readonly supplements?: readonly Supplement<M>[];
}

/** The body of `POST …/deadline-calculations`, read and checked; `calendar` is the code of one, not yet looked up. */
export interface DeadlineRequest extends Required<Omit<DeadlineInput, 'calendar'>> {
  readonly calendar: string;
}

/** The two due dates of a dossier (R18). Both are null, and the state is `paused`, while a supplement is awaited. */
export interface DueDates<M extends Moment = Temporal.Instant> {
  readonly state: 'running' | 'paused';
  /** When the term began to run: acceptance, or the next opening after it (R3). */
  readonly startedAt: M;
  readonly statutoryDueAt: M | null;
  readonly promisedDueAt: M | null;
  /** True when a year that the term touches has no published days off yet: the due date may still move. */
  readonly provisional: boolean;
}
