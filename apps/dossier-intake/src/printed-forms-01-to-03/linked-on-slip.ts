import { type Queries, sql } from '@motcua/platform';
import type { Link } from '@motcua/dossier-domain';
import type { AppointmentSlip } from './form-facts.js';

interface OnSlip {
  readonly id: string;
  readonly code: string;
  readonly procedureName: string;
  readonly agency: string;
  readonly link: Link;
}

/** All that were submitted together, on the slip of each: as they were submitted, whatever became of them. */
export async function linkedOnSlip(queries: Queries, linkId: string): Promise<AppointmentSlip['linked']> {
  const rows = await queries.query<OnSlip>(sql`
    SELECT d.id, d.code, d.procedure_name AS "procedureName", coalesce(a.name, d.competent_agency) AS agency, d.link
    FROM dossier d LEFT JOIN agency_copy a ON a.code = d.competent_agency
    WHERE d.link->>'id' = ${linkId} AND d.link IS NOT NULL AND d.code IS NOT NULL ORDER BY (d.link->>'step')::int`);
  return rows.map(({ code, procedureName, agency, link }) => ({
    code,
    procedureName,
    agency,
    after: rows.flatMap(({ id }, index) =>
      link.takes.some(({ kind, dossier }) => kind === 'result' && dossier === id) ? [index + 1] : [],
    ),
  }));
}
