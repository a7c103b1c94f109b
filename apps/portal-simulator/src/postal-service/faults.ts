/** How the postal service misbehaves from now on, until told otherwise. Absent: it behaves. */
export interface Faults {
  /** Answers this much later. */
  readonly delayMs?: number;
  /** `down` breaks the connection, `refuse` answers with HTTP 503, `garbled` with what is no JSON, `hang` never. */
  readonly requests?: 'down' | 'refuse' | 'garbled' | 'hang';
  /** Does what it is asked for, and breaks the connection instead of answering. */
  readonly loseAnswers?: boolean;
  /** Takes no order whose address contains this. */
  readonly refuseAddress?: string;
  /** Sends each notice this often, at once. */
  readonly noticeTimes?: number;
  /** Sends no notice; who asks is told the truth. */
  readonly loseNotices?: boolean;
  /** Signs its notices wrongly. */
  readonly badSignature?: boolean;
  /** Tells events backwards and each of them twice. */
  readonly outOfOrder?: boolean;
  /** Tells parcels as they were before their last event. */
  readonly stale?: boolean;
}

const isFlag = (value: unknown): boolean => typeof value === 'boolean';

const KINDS: Readonly<Record<keyof Faults, (value: unknown) => boolean>> = {
  delayMs: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  requests: (value) => ['down', 'refuse', 'garbled', 'hang'].includes(value as string),
  loseAnswers: isFlag,
  refuseAddress: (value) => typeof value === 'string' && value !== '',
  noticeTimes: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 100,
  loseNotices: isFlag,
  badSignature: isFlag,
  outOfOrder: isFlag,
  stale: isFlag,
};

/** Reads faults from JSON. @throws TypeError naming the first field that is wrong */
export function readFaults(value: unknown): Faults {
  if (typeof value !== 'object' || value === null) throw new TypeError('faults must be a JSON object');
  for (const [name, setting] of Object.entries(value)) {
    if (!(name in KINDS)) throw new TypeError(`there is no fault called ${name}`);
    if (!KINDS[name as keyof Faults](setting)) throw new TypeError(`${name} has a value that it cannot have`);
  }
  return value;
}
