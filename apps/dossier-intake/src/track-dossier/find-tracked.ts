import type { DossierStatus } from '@motcua/dossier-domain';
import { type Queries, sql } from '@motcua/platform';

/** A result as anyone with the code may know of it: no number, no reason, which may be personal. */
interface TrackedResult {
  readonly name: string;
  readonly issuedAt: string;
  readonly validUntil: string | null;
  readonly revokedAt: string | null;
}

interface TrackedDossier {
  readonly code: string;
  readonly procedureName: string;
  readonly status: DossierStatus;
  readonly statusSince: Temporal.Instant;
  readonly holderAgency: string | null;
  readonly holderOfficer: string | null;
  readonly step: string | null;
  readonly submittedAt: Temporal.Instant | null;
  readonly receptionDueAt: Temporal.Instant | null;
  readonly acceptedAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  readonly owed: number;
  readonly results: readonly TrackedResult[];
}

/** What anyone may know who has the code. */
export async function findTracked(queries: Queries, code: string): Promise<TrackedDossier | undefined> {
  const [found] = await queries.query<TrackedDossier>(sql`
    SELECT d.code, d.procedure_name AS "procedureName", d.status, d.status_since AS "statusSince", a.name AS "holderAgency",
      d.holder_officer AS "holderOfficer", d.holder_step AS step, d.submitted_at AS "submittedAt", d.reception_due_at AS "receptionDueAt",
      d.accepted_at AS "acceptedAt", d.promised_due_at AS "dueAt", d.unpaid_before_acceptance + d.unpaid_before_return AS owed,
      coalesce((SELECT json_agg(json_build_object('name', p.name, 'issuedAt', p.issued_at, 'validUntil', p.valid_until,
        'revokedAt', p.revoked_at) ORDER BY p.issued_at, p.id) FROM stored_paper p WHERE p.dossier_id = d.id AND p.kind = 'result'), '[]') AS results
    FROM dossier d LEFT JOIN agency_copy a ON a.code = d.holder_agency WHERE d.code = ${code}`);
  return found;
}
