import type { PolicyRecord, TariffLine } from '@motcua/catalogue-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

/** A state in which something was: never changed, and followed by the next one. */
interface Revision {
  readonly revision: number;
  /** Why it corrects what was said of days that are over; null where it does not. */
  readonly reason: string | null;
  readonly setBy: string;
  readonly setAt: Temporal.Instant;
}

export interface TariffRevision extends Revision {
  readonly procedure: string;
  readonly lines: readonly TariffLine[];
}

export interface PolicyRevision extends Revision {
  readonly policy: string;
  readonly content: PolicyRecord;
}

const REVISION = { revision: 'key', reason: 'fixed', setBy: 'fixed', setAt: 'fixed' } as const;

export const TARIFF_REVISIONS = rowTable<TariffRevision>('tariff_revision', {
  procedure: 'key',
  lines: 'fixed',
  ...REVISION,
});

export const POLICY_REVISIONS = rowTable<PolicyRevision>('policy_revision', {
  policy: 'key',
  content: 'fixed',
  ...REVISION,
});

/** Above any revision. */
export const LATEST = 2_147_483_647;

export interface RevisionsBefore {
  /** Only revisions below this one. */
  readonly revision: number;
  readonly limit: number;
}

/** The latest first. */
export const listTariffRevisions = (
  queries: Queries,
  procedure: string,
  { revision, limit }: RevisionsBefore,
): Promise<TariffRevision[]> =>
  queries.query(sql`
    SELECT ${TARIFF_REVISIONS.columns()} FROM tariff_revision
    WHERE procedure = ${procedure} AND revision < ${revision} ORDER BY revision DESC LIMIT ${limit}`);

/** The latest first. */
export const listPolicyRevisions = (
  queries: Queries,
  policy: string,
  { revision, limit }: RevisionsBefore,
): Promise<PolicyRevision[]> =>
  queries.query(sql`
    SELECT ${POLICY_REVISIONS.columns()} FROM policy_revision
    WHERE policy = ${policy} AND revision < ${revision} ORDER BY revision DESC LIMIT ${limit}`);
