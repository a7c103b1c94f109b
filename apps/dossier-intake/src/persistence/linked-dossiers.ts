import type { DossierStatus, ProcedureGroup } from '@motcua/dossier-domain';
import { type Queries, sql } from '@motcua/platform';

/** A dossier among those that are submitted together, as each of them may be known by who has one. */
export interface LinkedDossier {
  readonly id: string;
  /** Null: a draft. */
  readonly code: string | null;
  readonly step: number;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly competentAgency: string;
  readonly agencyName: string | null;
  readonly status: DossierStatus;
  readonly dueAt: Temporal.Instant | null;
  /** Ids of earlier ones. */
  readonly waitsFor: readonly string[];
}

/** All that are submitted together, in the order in which they are decided. */
export const linkedDossiers = (queries: Queries, linkId: string): Promise<LinkedDossier[]> =>
  queries.query<LinkedDossier>(sql`
    SELECT d.id, d.code, (d.link->>'step')::int AS step, d.procedure_code AS "procedureCode", d.procedure_name AS "procedureName",
      d.competent_agency AS "competentAgency", a.name AS "agencyName", d.status, d.promised_due_at AS "dueAt",
      d.waits_for AS "waitsFor"
    FROM dossier d LEFT JOIN agency_copy a ON a.code = d.competent_agency
    WHERE d.link->>'id' = ${linkId} AND d.link IS NOT NULL ORDER BY step`);

/** Groups of the catalogue, by code. */
export async function findGroups(queries: Queries, codes: readonly string[]): Promise<Map<string, ProcedureGroup>> {
  const rows = await queries.query<{ code: string; content: ProcedureGroup }>(
    sql`SELECT code, content FROM procedure_group_copy WHERE code = ANY (${codes})`,
  );
  return new Map(rows.map(({ code, content }) => [code, content]));
}

/** Ids of the dossiers that wait for one of these. */
export async function waitingFor(queries: Queries, id: string): Promise<string[]> {
  const rows = await queries.query<{ id: string }>(
    sql`SELECT id FROM dossier WHERE waits_for @> ARRAY[${id}::uuid] AND waits_for <> '{}' ORDER BY id`,
  );
  return rows.map((row) => row.id);
}
