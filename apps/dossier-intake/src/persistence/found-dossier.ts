import type { Life } from '@motcua/dossier-domain';
import { type Belonging, type LockingQueries, type Queries, type Sql, sql } from '@motcua/platform';
import { partsOf } from './parties.js';
import { DOSSIERS, type DossierRow } from './dossier-row.js';

/** Identifiers of a dossier's agencies, each with all above it. */
interface ItsAgencies {
  readonly agencies: readonly string[];
  /** Where it was handed in, where it is received, and where its papers lie. */
  readonly offices: readonly string[];
  readonly receiving: readonly string[];
}

export interface FoundDossier extends ItsAgencies {
  readonly dossier: DossierRow;
}

// An office that has counted the papers out of a bag has a part in the dossier, too.
const HAS_PAPERS = sql`ARRAY(SELECT p.agency FROM paper_place p WHERE p.dossier_id = d.id AND p.state = 'here')`;

const withAbove = (codes: Sql): Sql => sql`
  CASE WHEN d.status = 'draft' AND d.channel = 'online' THEN '{}' ELSE ARRAY(
    SELECT DISTINCT above FROM agency_copy a, unnest(a.ancestors) AS above WHERE a.code = ANY (${codes})
  ) END`;

// An online draft is its author's alone; every other dossier is also its agencies', and of those above them (R23).
const FOUND = sql`
  SELECT ${DOSSIERS.columns('d')},
    ${withAbove(sql`ARRAY[d.receiving_agency, d.competent_agency, d.submission_agency, d.holder_agency] || d.task_agencies || ${HAS_PAPERS}`)} AS agencies,
    ${withAbove(sql`ARRAY[d.receiving_agency, d.submission_agency] || ${HAS_PAPERS}`)} AS offices,
    ${withAbove(sql`ARRAY[d.receiving_agency]`)} AS receiving
  FROM dossier d`;

const split = ({ agencies, offices, receiving, ...dossier }: DossierRow & ItsAgencies): FoundDossier => ({
  dossier,
  agencies,
  offices,
  receiving,
});

export async function findDossier(queries: Queries, id: string): Promise<FoundDossier | undefined> {
  const [row] = await queries.query<DossierRow & ItsAgencies>(sql`${FOUND} WHERE d.id = ${id}`);
  return row && split(row);
}

/** Several of them, in no order; without a lock. */
export async function findDossiers(queries: Queries, ids: readonly string[]): Promise<FoundDossier[]> {
  const rows = await queries.query<DossierRow & ItsAgencies>(sql`${FOUND} WHERE d.id = ANY (${ids}::uuid[])`);
  return rows.map(split);
}

/** Locks these dossiers until the transaction ends, in the order of their ids. */
export async function lockDossiers(queries: LockingQueries, ids: readonly string[]): Promise<FoundDossier[]> {
  const rows = await queries.query<DossierRow & ItsAgencies>(
    sql`${FOUND} WHERE d.id = ANY (${ids}::uuid[]) ORDER BY d.id FOR UPDATE OF d ${queries.skipLocked}`,
  );
  return rows.map(split);
}

export const lifeOf = ({ status, acceptedAt }: Pick<DossierRow, 'status' | 'acceptedAt'>): Life => ({
  status,
  everAccepted: acceptedAt !== null,
});

export const belongingOf = ({ dossier, ...agencies }: FoundDossier): Belonging => ({
  applicantRef: dossier.applicantRef,
  submittedBy: dossier.submittedBy,
  // A draft is its author's, and its agencies'.
  parties: dossier.status === 'draft' ? [] : partsOf(dossier.parties),
  agencies: agencies.agencies,
  offices: agencies.offices,
  receiving: agencies.receiving,
});
