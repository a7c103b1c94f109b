import { Refusal } from '@motcua/kernel';
import type { Answer } from '../database/answer.js';
import type { AnswerSeal } from '../database/answer-seal.js';
import type { AnswerKey } from '../database/pending.js';
import type { Queries } from '../database/queries.js';
import { sql } from '../database/sql.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** What is known of a key: nothing yet, and it is held until the transaction ends; its answer; or why it is refused. */
export type Claim =
  | { readonly is: 'free' }
  | { readonly is: 'kept'; readonly answer: Answer }
  | { readonly is: 'refused'; readonly error: Refusal<PlatformCode> };

interface KeptRow {
  readonly n: number;
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly sealed: Buffer | null;
  /** As releases before the seal kept it. */
  readonly body: unknown;
}

/**
 * Claims keys, and looks for what is kept for them, in one wave. Two statements: the look must begin after the lock was
 * tried, or it misses what was committed in between, and a key that has its answer would be done again.
 */
export async function claimKeys(queries: Queries, keys: readonly AnswerKey[], seal: AnswerSeal): Promise<Claim[]> {
  if (keys.length === 0) return [];
  const given = sql`unnest(${keys.map(({ client }) => client)}::text[], ${keys.map(({ key }) => key)}::text[])
    WITH ORDINALITY AS k (client, key, n)`;
  const [locks, kept] = await Promise.all([
    queries.query<{ n: number; free: boolean }>(
      sql`SELECT k.n, pg_try_advisory_xact_lock(hashtextextended(k.client || chr(31) || k.key, 0)) AS free FROM ${given}`,
    ),
    queries.query<KeptRow>(
      sql`SELECT k.n, i.fingerprint, i.status, i.headers, i.sealed, i.body FROM ${given}
        JOIN idempotency i ON i.client = k.client AND i.key = k.key`,
    ),
  ]);
  const free = new Set(locks.flatMap((lock) => (lock.free ? [lock.n] : [])));
  const rows = new Map(kept.map((row) => [row.n, row]));
  return keys.map(({ fingerprint }, index): Claim => {
    const row = rows.get(index + 1);
    if (!row) return free.has(index + 1) ? { is: 'free' } : { is: 'refused', error: inFlight() };
    if (row.fingerprint !== fingerprint) return { is: 'refused', error: reused() };
    return { is: 'kept', answer: answerOf(row, seal) };
  });
}

const answerOf = ({ status, headers, sealed, body }: KeptRow, seal: AnswerSeal): Answer => ({
  status,
  headers: { ...headers, 'idempotent-replayed': 'true' },
  body: sealed ? seal.open(sealed) : body,
});

const inFlight = (): Refusal<PlatformCode> => new Refusal<PlatformCode>('IDEMPOTENCY.IN_FLIGHT');

const reused = (): Refusal<PlatformCode> =>
  new Refusal<PlatformCode>('IDEMPOTENCY.KEY_REUSED', {}, [], {
    vi: 'Mỗi yêu cầu mới cần một Idempotency-Key mới.',
    en: 'Each new request needs an Idempotency-Key of its own.',
  });
