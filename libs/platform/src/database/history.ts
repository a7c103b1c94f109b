import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a history is of: `<kind>/<id>`. */
export type AggregateName = `${string}/${string}`;

/** One line of an aggregate's history: who did what, when, and why. */
export interface HistoryEntry {
  readonly aggregate: AggregateName;
  readonly at: Temporal.Instant;
  /** Subject of the token that acted, or `system:<reaction>`. */
  readonly actor: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The last line of a history: its number, counted from 1, and its hash. */
export interface HistoryHead {
  readonly n: number;
  readonly hash: Buffer;
}

export interface HistoryLine extends HistoryEntry {
  readonly n: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** What the first line of every history follows. */
export const EMPTY_HISTORY: HistoryHead = { n: 0, hash: Buffer.alloc(32) };

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${inOrder(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Object keys in order, so that a line read back from `jsonb` hashes as it was written. */
export const canonicalJson = (value: unknown): string => inOrder(JSON.parse(JSON.stringify(value ?? null)));

const hashOf = (key: string, previous: Buffer, n: number, entry: HistoryEntry): Buffer =>
  createHmac('sha256', key)
    .update(previous)
    .update(canonicalJson([entry.aggregate, n, entry.at.epochMilliseconds, entry.actor, entry.action, entry.detail]))
    .digest();

/** The line that follows `head`. Keyed, so that whoever can write rows cannot compute a chain anew. */
export function chain(key: string, head: HistoryHead, entry: HistoryEntry): HistoryLine {
  const n = head.n + 1;
  return { ...entry, n, previous: head.hash, hash: hashOf(key, head.hash, n, entry) };
}

/** The number of the first line that was changed, removed or inserted; undefined when the chain holds. */
export function firstBrokenLine(key: string, lines: readonly HistoryLine[]): number | undefined {
  let head = EMPTY_HISTORY;
  for (const line of lines) {
    const expected = chain(key, head, line);
    if (line.n !== expected.n || !line.previous.equals(head.hash) || !timingSafeEqual(line.hash, expected.hash))
      return head.n + 1;
    head = line;
  }
  return undefined;
}
