/**
 * Answers with this code for a call that has such a record, naming the field, as often as `times` says; for one dossier or for all.
 */
interface FieldRefusal {
  readonly field: string;
  /** Only where the field's text has this in it. */
  readonly contains?: string;
  readonly code?: string;
  readonly message?: string;
  readonly dossier?: string;
  readonly times?: number;
}

/** How the portal misbehaves from now on, until told otherwise. A share is of all calls, 0 to 1. Absent: it behaves. */
export interface Faults {
  /** Makes chance repeatable. */
  readonly seed?: number;
  /** Every answer comes this much later. */
  readonly delayMs?: number;
  /** Nobody answers: connections are closed at once. */
  readonly away?: boolean;
  /** Share of calls at which the session has just expired. */
  readonly sessionLost?: number;
  /** Share of calls whose connection is closed before anything was taken. */
  readonly closedBefore?: number;
  /** Share of calls whose record is taken, and whose answer is lost. */
  readonly closedAfter?: number;
  /** Share of calls answered with HTTP 500, 502, 503 or 504: nothing was taken, or the record was. */
  readonly errorBefore?: number;
  readonly errorAfter?: number;
  /** Share of calls answered 200 with a page for people. */
  readonly htmlBefore?: number;
  readonly htmlAfter?: number;
  /** Share of calls that are answered `slowMs` later than others. */
  readonly slow?: number;
  readonly slowMs?: number;
  /** Codes and values come as numbers. */
  readonly numbers?: boolean;
  /** A look-up answers with the dossier twice, and pushes are sent twice. */
  readonly duplicates?: boolean;
  /** Every list comes without a row. */
  readonly emptyLists?: boolean;
  readonly refuse?: readonly FieldRefusal[];
}

type Check = (value: unknown) => boolean;
const share: Check = (value) => typeof value === 'number' && value >= 0 && value <= 1;
const whole: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const flag: Check = (value) => typeof value === 'boolean';
const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && typeof (value as FieldRefusal).field === 'string';

const CHECKS: Readonly<Record<keyof Faults, Check>> = {
  seed: whole,
  delayMs: whole,
  away: flag,
  sessionLost: share,
  closedBefore: share,
  closedAfter: share,
  errorBefore: share,
  errorAfter: share,
  htmlBefore: share,
  htmlAfter: share,
  slow: share,
  slowMs: whole,
  numbers: flag,
  duplicates: flag,
  emptyLists: flag,
  refuse: (value) => Array.isArray(value) && value.every(isRefusal),
};

/** Reads faults from JSON. @throws TypeError naming the first field that is wrong */
export function readFaults(value: unknown): Faults {
  if (typeof value !== 'object' || value === null) throw new TypeError('faults must be a JSON object');
  for (const [name, setting] of Object.entries(value)) {
    if (!(name in CHECKS)) throw new TypeError(`there is no fault called ${name}`);
    if (!CHECKS[name as keyof Faults](setting)) throw new TypeError(`${name} has a value that it cannot have`);
  }
  return value;
}
