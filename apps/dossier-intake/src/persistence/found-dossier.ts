import type { Life } from '@motcua/dossier-domain';
import { type Belonging, type LockingQueries, type Queries, sql } from '@motcua/platform';
import { DOSSIERS, type DossierRow } from './dossier-row.js';

/** A dossier with the identifiers of its agencies and of all above them. */
export interface FoundDossier {
  readonly dossier: DossierRow;
  readonly agencies: readonly string[];
}

// An online draft is its author's alone; every other dossier is also its agencies', and of those above them (R23).
const FOUND = sql`
  SELECT ${DOSSIERS.columns('d')}, CASE WHEN d.status = 'draft' AND d.channel = 'online' THEN '{}' ELSE ARRAY(
    SELECT DISTINCT above FROM agency_copy a, unnest(a.ancestors) AS above
    WHERE a.code = ANY (ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency] || d.task_agencies)
  ) END AS agencies
  FROM dossier d`;

const split = ({ agencies, ...dossier }: DossierRow & Pick<FoundDossier, 'agencies'>): FoundDossier => ({
  dossier,
  agencies,
});

export async function findDossier(queries: Queries, id: string): Promise<FoundDossier | undefined> {
  const [row] = await queries.query<DossierRow & Pick<FoundDossier, 'agencies'>>(sql`${FOUND} WHERE d.id = ${id}`);
  return row && split(row);
}

/** Locks these dossiers until the transaction ends, in the order of their ids. */
export async function lockDossiers(queries: LockingQueries, ids: readonly string[]): Promise<FoundDossier[]> {
  const rows = await queries.query<DossierRow & Pick<FoundDossier, 'agencies'>>(
    sql`${FOUND} WHERE d.id = ANY (${ids}::uuid[]) ORDER BY d.id FOR UPDATE OF d ${queries.skipLocked}`,
  );
  return rows.map(split);
}

export const lifeOf = ({ status, acceptedAt }: Pick<DossierRow, 'status' | 'acceptedAt'>): Life => ({
  status,
  everAccepted: acceptedAt !== null,
});

export const belongingOf = ({ dossier, agencies }: FoundDossier): Belonging => ({
  applicantRef: dossier.applicantRef,
  submittedBy: dossier.submittedBy,
  agencies,
});
