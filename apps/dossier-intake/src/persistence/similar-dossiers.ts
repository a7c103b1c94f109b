import { withOffset } from '@motcua/kernel';
import { type Queries, sql } from '@motcua/platform';
import type { SimilarDossierView } from '../dossier-view/similar-dossier.view.js';
import type { DossierRow } from './dossier-row.js';

const DAYS = 7;

type Asked = Pick<DossierRow, 'id' | 'applicantRef' | 'procedureCode' | 'submittedAt'>;

interface Similar extends Omit<SimilarDossierView, 'submittedAt'> {
  readonly of: string;
  readonly submittedAt: Temporal.Instant;
}

/**
 * Dossiers of the same applicant and procedure that were submitted within a week of each of these, before or after, and were
 * not refused or withdrawn: perhaps the same one twice. The newest ten of each. `now` stands for what is not submitted yet.
 */
export async function similarDossiers(
  queries: Queries,
  asked: readonly Asked[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, readonly SimilarDossierView[]>> {
  const given = asked.map(({ id, applicantRef: ref, procedureCode: procedure, submittedAt }) => ({
    ...{ id, ref, procedure },
    at: (submittedAt ?? now).toString(),
  }));
  const found = await queries.query<Similar>(sql`
    SELECT a.id AS "of", s.id, s.code, s.status, s.submitted_at AS "submittedAt", s.receiving_agency AS "receivingAgency"
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS a (id uuid, ref text, procedure text, at timestamptz)
    CROSS JOIN LATERAL (
      SELECT d.* FROM dossier d
      WHERE d.applicant_ref = a.ref AND d.procedure_code = a.procedure AND d.id <> a.id
        AND d.status NOT IN ('draft', 'refused', 'withdrawn')
        AND d.submitted_at BETWEEN a.at - make_interval(days => ${DAYS}) AND a.at + make_interval(days => ${DAYS})
      ORDER BY d.listed_at DESC, d.id DESC LIMIT 10
    ) s`);
  const views = found.map(({ of, submittedAt, ...one }) => ({
    of,
    view: { ...one, submittedAt: withOffset(submittedAt) },
  }));
  return new Map(asked.map(({ id }) => [id, views.filter(({ of }) => of === id).map(({ view }) => view)]));
}
