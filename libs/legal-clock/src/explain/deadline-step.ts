import type { Localized } from '@motcua/kernel';

/** One step of how a statutory due date came about (architecture promise 6). */
export interface DeadlineStep {
  /** The rule applied: R3 start, R4 count, R7 same day, R8 supplement. */
  readonly rule: 'R3' | 'R4' | 'R7' | 'R8';
  /** Null where it is not known yet, because a supplement is awaited. */
  readonly from: Temporal.Instant | null;
  readonly to: Temporal.Instant | null;
  /**
   * Working minutes that the step counts, a decimal; absent where it counts none. Over all steps they add up to the
   * term, plus what a restart discards.
   */
  readonly workingMinutes?: number;
  /** True for minutes that a restart threw away. */
  readonly discarded?: true;
  readonly explanation: Localized;
}
