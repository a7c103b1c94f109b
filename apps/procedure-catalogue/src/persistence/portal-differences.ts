import type { DifferenceKind, DifferenceState, PortalDifference } from '@motcua/catalogue-domain';
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

export interface DifferenceFilter {
  readonly after: string;
  readonly limit: number;
  readonly state?: DifferenceState;
  readonly kind?: DifferenceKind;
}

/** In order of the procedures' codes, after one. */
export const listPortalDifferences = (
  queries: Queries,
  { after, limit, state, kind }: DifferenceFilter,
): Promise<PortalDifference[]> => {
  const conditions = [
    sql`procedure > ${after}`,
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
  ];
  return queries.query(
    sql`SELECT ${PORTAL_DIFFERENCES.columns()} FROM portal_difference WHERE ${sql.join(conditions, ' AND ')} ORDER BY procedure LIMIT ${limit}`,
  );
};
