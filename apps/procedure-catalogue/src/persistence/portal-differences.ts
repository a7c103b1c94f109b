import type { ComparedField, DifferenceKind, DifferenceState, PortalDifference } from '@motcua/catalogue-domain';
import { type Queries, type RowChange, rowTable, sql } from '@motcua/platform';

export const PORTAL_DIFFERENCES = rowTable<PortalDifference>('portal_difference', {
  procedure: 'key',
  portalRevision: 'plain',
  name: 'plain',
  kind: 'plain',
  state: 'plain',
  item: 'plain',
  contentHash: 'plain',
  fields: 'plain',
  faults: 'plain',
  since: 'plain',
  draftVersion: 'plain',
  decidedBy: 'plain',
  decidedAt: 'plain',
  reason: 'plain',
  revision: 'plain',
});

/** By procedure; their names are locked already. */
export const findPortalDifferences = (queries: Queries, procedures: readonly string[]): Promise<PortalDifference[]> =>
  queries.query(
    sql`SELECT ${PORTAL_DIFFERENCES.columns()} FROM portal_difference WHERE procedure = ANY (${procedures})`,
  );

export const savePortalDifferences = (
  queries: Queries,
  changes: readonly RowChange<PortalDifference>[],
): Promise<void> => PORTAL_DIFFERENCES.save(queries, changes);

/** Of these procedures, those about which nobody has decided: what changes here is compared again with them. */
export const comparedDifferences = (queries: Queries, procedures: readonly string[]): Promise<PortalDifference[]> =>
  queries.query(
    sql`SELECT ${PORTAL_DIFFERENCES.columns()} FROM portal_difference WHERE procedure = ANY (${procedures}) AND state IN ('open', 'settled')`,
  );

/** Open ones that differ in this field. */
export const differencesIn = (queries: Queries, field: ComparedField): Promise<Pick<PortalDifference, 'procedure'>[]> =>
  queries.query(
    sql`SELECT procedure FROM portal_difference WHERE state = 'open' AND fields @> ${JSON.stringify([{ field }])}::jsonb ORDER BY procedure`,
  );

/** Procedures of open differences, in order of their codes, after one. */
export const openDifferences = (
  queries: Queries,
  { after, limit, kind }: { readonly after: string; readonly limit: number; readonly kind: DifferenceKind | null },
): Promise<Pick<PortalDifference, 'procedure' | 'revision'>[]> =>
  queries.query(sql`
    SELECT procedure, revision FROM portal_difference
    WHERE state = 'open' AND procedure > ${after} AND (${kind}::text IS NULL OR kind = ${kind}) ORDER BY procedure LIMIT ${limit}`);

export interface DifferenceFilter {
  readonly after: readonly [since: string, procedure: string] | null;
  readonly limit: number;
  readonly state?: DifferenceState;
  readonly kind?: DifferenceKind;
}

/** Those that have differed longest first, after one. */
export function listPortalDifferences(
  queries: Queries,
  { after, limit, state, kind }: DifferenceFilter,
): Promise<PortalDifference[]> {
  const conditions = [
    ...(after === null ? [] : [sql`(since, procedure) > (${after[0]}::timestamptz, ${after[1]})`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
  ];
  const where = conditions.length === 0 ? sql.empty : sql`WHERE ${sql.join(conditions, ' AND ')}`;
  return queries.query(
    sql`SELECT ${PORTAL_DIFFERENCES.columns()} FROM portal_difference ${where} ORDER BY since, procedure LIMIT ${limit}`,
  );
}

interface OpenDifferences {
  readonly kind: DifferenceKind;
  readonly open: number;
  readonly oldest: Temporal.Instant | null;
}

/** How many wait for a decision, and since when the oldest does, by kind. */
export const countOpenDifferences = (queries: Queries): Promise<OpenDifferences[]> =>
  queries.query(
    sql`SELECT kind, count(*)::int AS open, min(since) AS oldest FROM portal_difference WHERE state = 'open' GROUP BY kind`,
  );
