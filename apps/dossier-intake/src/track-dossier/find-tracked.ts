import type { DossierStatus, IdentityType } from '@motcua/dossier-domain';
import { type Queries, sql } from '@motcua/platform';
import type { StoredOtherDue } from '../persistence/dossier-row.js';

/** A result as anyone with the code may know of it: no number, no reason, which may be personal. */
interface TrackedResult {
  readonly name: string;
  readonly issuedAt: string;
  readonly validUntil: string | null;
  readonly revokedAt: string | null;
}

export interface TrackedDossier {
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
  readonly otherDues: readonly StoredOtherDue[];
  readonly results: readonly TrackedResult[];
  /** Why it was refused, stopped, sent back or made to wait, in the sentence that was written for the applicant (R21). */
  readonly reason: string | null;
  /** What is asked for now, and until when. */
  readonly asked: readonly {
    readonly component: string | null;
    readonly field: string | null;
    readonly reason: string;
    readonly name?: string | null;
  }[];
  readonly answerBy: Temporal.Instant | null;
  readonly outcome: string | null;
  /** Where the result is to be fetched, once there is one. */
  readonly collectAt: { readonly name: string; readonly address: string | null; readonly phone: string | null } | null;
  /** What was submitted together with it, in the order in which it is decided; nothing where it is alone. */
  readonly linked: readonly {
    readonly code: string;
    readonly procedureName: string;
    readonly status: DossierStatus;
    readonly dueAt: string | null;
    /** Codes of earlier ones for whose results it waits. */
    readonly waitsFor: readonly string[];
  }[];
  readonly dossier: {
    readonly procedureCode: string;
    readonly procedureVersion: number;
    readonly variant: string;
    readonly applicantRef: string;
    readonly identityType: IdentityType;
  };
}

/** What anyone may know who has the code. */
export async function findTracked(
  queries: Queries,
  { code, portalCode }: { readonly code: string | null; readonly portalCode: string },
): Promise<TrackedDossier | undefined> {
  const [found] = await queries.query<TrackedDossier>(sql`
    SELECT d.code, d.procedure_name AS "procedureName", d.status, d.status_since AS "statusSince", a.name AS "holderAgency",
      d.holder_officer AS "holderOfficer", d.holder_step AS step, d.submitted_at AS "submittedAt", d.reception_due_at AS "receptionDueAt",
      d.accepted_at AS "acceptedAt", d.promised_due_at AS "dueAt", greatest(0, d.unpaid_before_acceptance + d.unpaid_before_return + CASE WHEN d.fee_demand->>'paidAt' IS NULL
        THEN coalesce((SELECT sum((line->>'net')::bigint)::bigint FROM jsonb_array_elements(d.fee_demand->'lines') line), 0) ELSE 0 END - d.part_paid)::bigint AS owed,
      d.other_dues AS "otherDues",
      coalesce((SELECT json_agg(json_build_object('name', p.name, 'issuedAt', p.issued_at, 'validUntil', p.valid_until,
        'revokedAt', p.revoked_at) ORDER BY p.issued_at, p.id) FROM stored_paper p WHERE p.dossier_id = d.id AND p.kind = 'result'), '[]') AS results
      , CASE WHEN d.status IN ('refused', 'stopped', 'supplementRequired', 'paymentRequired') THEN d.status_reason END AS reason,
      coalesce(s.items, '[]') AS asked, coalesce(s.deadline_at, CASE WHEN d.status = 'paymentRequired' THEN (d.fee_demand->>'deadlineAt')::timestamptz END) AS "answerBy",
      d.outcome, CASE WHEN d.status = 'processed' AND d.delivery->>'method' = 'counter' AND (p.state IS NULL OR p.state IN ('here', 'lost'))
        THEN json_build_object('name', r.name, 'address', r.address, 'phone', r.phone) END AS "collectAt",
      coalesce((SELECT json_agg(json_build_object('code', l.code, 'procedureName', l.procedure_name, 'status', l.status, 'dueAt', l.promised_due_at,
          'waitsFor', CASE WHEN l.accepted_at IS NULL AND l.status IN ('registered', 'supplementRequired', 'paymentRequired')
            THEN ARRAY(SELECT e.code FROM dossier e WHERE e.id = ANY (l.waits_for) ORDER BY e.link->>'step') ELSE '{}' END) ORDER BY (l.link->>'step')::int)
        FROM dossier l WHERE l.link->>'id' = d.link->>'id' AND l.link IS NOT NULL AND l.code IS NOT NULL), '[]') AS linked,
      json_build_object('procedureCode', d.procedure_code, 'procedureVersion', d.procedure_version, 'variant', d.variant,
        'applicantRef', d.applicant_ref, 'identityType', d.applicant->>'identityType') AS dossier
    FROM dossier d LEFT JOIN agency_copy a ON a.code = d.holder_agency LEFT JOIN paper_place p ON p.dossier_id = d.id
      LEFT JOIN agency_copy r ON r.code = CASE p.state WHEN 'here' THEN p.agency ELSE d.receiving_agency END
      LEFT JOIN supplement_request s ON s.dossier_id = d.id AND s.number = d.supplement_count AND d.status = 'supplementRequired'
    WHERE d.code = ${code} OR (d.portal_code = ${portalCode} AND d.status <> 'draft')
    ORDER BY d.code = ${code} DESC NULLS LAST LIMIT 1`);
  return found;
}
