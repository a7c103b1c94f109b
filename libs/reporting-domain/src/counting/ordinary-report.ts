import type { Measure } from './contributions.js';

/** One line of the periodic report on administrative procedures (biểu mẫu II.06): everything by date. */
export interface OrdinaryLine {
  readonly carriedOver: number;
  readonly receivedOnline: number;
  readonly receivedAtCounter: number;
  readonly receivedByPost: number;
  readonly finishedEarly: number;
  readonly finishedOnDay: number;
  readonly finishedLate: number;
  readonly stopped: number;
  readonly withdrawn: number;
  readonly runningInTime: number;
  readonly runningLate: number;
  /** Due in the period: finished since, or late. What has time left is not judged yet, and what was stopped never is. */
  readonly due: number;
  readonly dueOnTime: number;
}

type Counts = Readonly<Record<Measure, number>>;

const ended = ({ finishedEarly, finishedOnDay, finishedLate, stopped, withdrawn }: Counts): number =>
  finishedEarly + finishedOnDay + finishedLate + stopped + withdrawn;

/** Not ended yet today, with a due date before the end of the period. */
export interface RunningLate {
  readonly late: number;
  /** Of these: due in the period itself. */
  readonly due: number;
}

export interface PeriodCounts {
  /** Of all months before the period. */
  readonly before: Counts;
  readonly during: Counts;
  readonly received: { readonly online: number; readonly counter: number; readonly post: number };
  readonly lateNow: RunningLate;
}

/** What was carried over, came, ended and still runs: the first two are the sum of the others. */
export function ordinaryLine({ before, during, received, lateNow }: PeriodCounts): OrdinaryLine {
  const carriedOver = before.received - ended(before);
  const running = carriedOver + during.received - ended(during);
  // Late at the end: what became late until then, less what ended late until then; and what runs late today.
  const late = before.becameLate + during.becameLate - before.endedLate - during.endedLate + lateNow.late;
  return {
    carriedOver,
    receivedOnline: received.online,
    receivedAtCounter: received.counter,
    receivedByPost: received.post,
    finishedEarly: during.finishedEarly,
    finishedOnDay: during.finishedOnDay,
    finishedLate: during.finishedLate,
    stopped: during.stopped,
    withdrawn: during.withdrawn,
    runningInTime: running - late,
    runningLate: late,
    due: during.due + lateNow.due,
    dueOnTime: during.dueOnTime,
  };
}
