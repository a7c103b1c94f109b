import { copiesIn, rowTable, type BatchWork, sql, type Tx } from '@motcua/platform';

interface DeliveredRevision {
  readonly dossierId: string;
  readonly revision: number;
}

/** Which revision of the portal's dossier was taken in last. */
export const rememberRevisions = copiesIn(
  rowTable<DeliveredRevision>('portal_dossier', { dossierId: 'key', revision: 'plain' }),
);

/** Undefined where there is no such dossier yet; 0 for one that an office typed, with the portal's code. */
export const revisionOf = (tx: Tx, dossierId: string): Promise<number | undefined> =>
  tx.batch(revisionsOf, dossierId, revisionsOf);

const revisionsOf: BatchWork<string, number | undefined> = async (tx, ids) => {
  const rows = await tx.query<DeliveredRevision>(sql`
    SELECT d.id AS "dossierId", coalesce(p.revision, 0) AS revision
    FROM dossier d LEFT JOIN portal_dossier p ON p.dossier_id = d.id WHERE d.id = ANY (${ids}::uuid[])`);
  const revisions = new Map(rows.map(({ dossierId, revision }) => [dossierId, revision]));
  return ids.map((id) => revisions.get(id));
};
