/** How the provider misbehaves from now on, until told otherwise. Absent: it behaves. */
export interface ProviderFaults {
  /** Answers this much later. */
  readonly delayMs?: number;
  /**
   * `down` breaks the connection unread; `refuse` answers 422 with a reason; `fail` answers 500; `garbled` answers with what is no
   * JSON; `hang` never answers; `loseAnswer` does what it was asked and breaks the connection then.
   */
  readonly requests?: 'down' | 'refuse' | 'fail' | 'garbled' | 'hang' | 'loseAnswer';
  /** Only so many requests are treated so; absent: all. */
  readonly times?: number;
}

const REQUESTS = ['down', 'refuse', 'fail', 'garbled', 'hang', 'loseAnswer'];

const KINDS: Readonly<Record<keyof ProviderFaults, (value: unknown) => boolean>> = {
  delayMs: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  requests: (value) => REQUESTS.includes(value as string),
  times: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
};

/** Reads faults from JSON. @throws TypeError naming the first field that is wrong */
export function readProviderFaults(value: unknown): ProviderFaults {
  if (typeof value !== 'object' || value === null) throw new TypeError('faults must be a JSON object');
  for (const [name, setting] of Object.entries(value)) {
    if (!(name in KINDS)) throw new TypeError(`there is no fault called ${name}`);
    if (!KINDS[name as keyof ProviderFaults](setting)) throw new TypeError(`${name} has a value that it cannot have`);
  }
  return value;
}
