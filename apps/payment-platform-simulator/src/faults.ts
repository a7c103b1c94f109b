/** How the platform misbehaves from now on, until told otherwise. Absent: it behaves. */
export interface Faults {
  /** Calls back this much later, after the payer's page has been answered. */
  readonly delayMs?: number;
  /** Calls back this often. */
  readonly times?: number;
  /** The repeats go out at once and not one after the other. */
  readonly concurrently?: boolean;
  /** The callback names this amount and not the one paid; its hash is right. */
  readonly amount?: number;
  /** The callback carries a wrong hash. */
  readonly badHash?: boolean;
  /** The callback is never sent; QUERY still tells the truth. */
  readonly lose?: boolean;
  /** The payment fails with this MaLoi. */
  readonly fail?: string;
  /** The payer is so quick that the callback comes before the answer to INIT. */
  readonly beforeInitAnswer?: boolean;
  /** Takes the payer's money a second time, under another MaGiaoDich. */
  readonly chargeTwice?: boolean;
  /** INIT, QUERY, CANCEL and GET_BILL: `down` breaks the connection, `refuse` answers with an error, `garbled` with what is no JSON, `hang` never. */
  readonly requests?: 'down' | 'refuse' | 'garbled' | 'hang';
}

const KINDS: Readonly<Record<keyof Faults, (value: unknown) => boolean>> = {
  delayMs: Number.isSafeInteger,
  times: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= 100,
  concurrently: (value) => typeof value === 'boolean',
  amount: Number.isSafeInteger,
  badHash: (value) => typeof value === 'boolean',
  lose: (value) => typeof value === 'boolean',
  fail: (value) => typeof value === 'string' && value !== '00',
  beforeInitAnswer: (value) => typeof value === 'boolean',
  chargeTwice: (value) => typeof value === 'boolean',
  requests: (value) => ['down', 'refuse', 'garbled', 'hang'].includes(value as string),
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
