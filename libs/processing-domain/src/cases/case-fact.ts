import type {
  CaseApology,
  CaseDueDates,
  CaseFeeDemand,
  CaseState,
  CaseSupplement,
  IssuedResult,
  NamedCode,
  Officer,
} from './case-state.js';
import type { Decision } from '../tasks/decision.js';

/** The two due dates of a case (R18). */
export type DueTrack = 'statutory' | 'promised';
/** What a case may be late with; a second supplement counts as such (R10). */
export type OverdueKind = 'processing' | 'step' | 'secondSupplement';
export type EscalationReason = 'openTooLong' | 'stepLate' | 'feeUnpaid' | 'asked';

/** What has happened to a case: each is told to the other services under a contract of its own. */
export type CaseFact =
  | { readonly type: 'opened'; readonly firstStep: NamedCode; readonly agency: string }
  | { readonly type: 'started'; readonly officer: Officer; readonly agency: string }
  | {
      readonly type: 'stepChanged';
      readonly step: NamedCode | null;
      /** The agency that answers for the case. */
      readonly agency: string;
      readonly officer: Officer | null;
      /** Every agency with a task on the case (R23). */
      readonly agencies: readonly string[];
    }
  | { readonly type: 'supplementRequested'; readonly supplement: CaseSupplement }
  | {
      readonly type: 'supplementCompleted';
      readonly number: number;
      readonly completedAt: Temporal.Instant;
      readonly due: CaseState['original'];
      /** Who has the case in hand, else who asked. */
      readonly tell: readonly Officer[];
      /** Who took less than all of it, and why. */
      readonly takenAsEnough?: { readonly by: Officer; readonly reason: string };
    }
  | {
      readonly type: 'supplementPartGiven';
      readonly number: number;
      readonly givenAt: Temporal.Instant;
      readonly tell: readonly Officer[];
    }
  | {
      readonly type: 'supplementCancelled';
      readonly number: number;
      readonly by: Officer;
      readonly reason: string;
      readonly due: CaseState['original'];
    }
  | { readonly type: 'feeDemanded'; readonly demand: CaseFeeDemand }
  | { readonly type: 'supplementRejected'; readonly number: number; readonly reason: string }
  | {
      readonly type: 'deadlineAdjusted';
      /** Number of the rule that moved it (R12). */
      readonly rule: string;
      readonly reason: string;
      readonly by: Officer | null;
      readonly previous: CaseDueDates;
      readonly due: CaseDueDates;
    }
  | {
      readonly type: 'supplementDeadlineAdjusted';
      readonly number: number;
      readonly rule: string;
      readonly reason: string;
      readonly by: Officer | null;
      readonly previous: Temporal.Instant;
      readonly deadlineAt: Temporal.Instant;
    }
  | {
      readonly type: 'becameOverdue';
      readonly kind: OverdueKind;
      readonly track: DueTrack | null;
      /** The task whose step is late. */
      readonly taskId: string | null;
      /** From when on it is late. */
      readonly dueAt: Temporal.Instant;
    }
  | {
      readonly type: 'dueSoon';
      readonly track: DueTrack;
      readonly dueAt: Temporal.Instant;
      readonly workingHours: number;
    }
  | {
      readonly type: 'escalated';
      readonly why: EscalationReason;
      readonly reason: string;
      readonly by: Officer | null;
      readonly taskId: string | null;
    }
  | { readonly type: 'stopped'; readonly reason: string; readonly by: Officer | null }
  | {
      readonly type: 'withdrawn';
      readonly reason: string;
      /** Who had it in hand. */
      readonly tell: readonly Officer[];
    }
  | { readonly type: 'acceptanceUndone'; readonly reason: string; readonly by: Officer }
  | { readonly type: 'apologised'; readonly apology: CaseApology }
  | { readonly type: 'withdrawalRefused'; readonly reason: string }
  | { readonly type: 'completed'; readonly outcome: Decision; readonly resultCode: string | null }
  | {
      readonly type: 'resultRevoked';
      readonly result: {
        readonly resultCode: string;
        readonly name: string;
        readonly documentNumber: string;
        readonly sha256: string;
      };
      /** Number of the document that takes its place. */
      readonly replacedBy: string | null;
      readonly reason: string;
      readonly by: Officer;
    }
  | { readonly type: 'resultIssued'; readonly result: IssuedResult; readonly signer: Officer };

/** A decision gives the case as it is now, and the facts that made it so. State and facts are stored together. */
export interface Decided {
  readonly state: CaseState;
  readonly facts: readonly CaseFact[];
}
