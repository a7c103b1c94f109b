import { Inject, Injectable } from '@nestjs/common';
import type { DossierStatus } from '@motcua/dossier-domain';
import { Database } from '@motcua/platform';

/** One line of the list. */
export interface ListedDossier {
  readonly id: string;
  readonly version: number;
  readonly code: string | null;
  readonly status: DossierStatus;
  readonly statusSince: Temporal.Instant;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly channel: string;
  readonly receivingAgency: string;
  readonly competentAgency: string;
  readonly applicantName: string;
  readonly listedAt: Temporal.Instant;
  readonly submittedAt: Temporal.Instant | null;
  readonly receptionDueAt: Temporal.Instant | null;
  readonly promisedDueAt: Temporal.Instant | null;
  readonly holderAgency: string;
  readonly holderOfficer: string | null;
}

/** Whose list is walked: an agency's with all below it, a person's own, or everyone's. */
export type Readers = readonly string[] | 'everyone';

export interface ListRequest {
  readonly readers: Readers;
  readonly statuses: readonly DossierStatus[] | null;
  readonly applicantRef: string | null;
  readonly code: string | null;
  /** A further limit, beside the readers: an agency that the caller asks for. */
  readonly agency: string | null;
  readonly procedure: string | null;
  readonly channel: string | null;
  readonly submittedFrom: Temporal.Instant | null;
  readonly submittedTo: Temporal.Instant | null;
  readonly dueBefore: Temporal.Instant | null;
  readonly after: readonly [listedAt: string, id: string] | null;
  readonly limit: number;
}

const COLUMNS = `
  d.id, d.version, d.code, d.status, d.status_since AS "statusSince", d.procedure_code AS "procedureCode", d.procedure_name AS "procedureName", d.channel,
  d.receiving_agency AS "receivingAgency", d.competent_agency AS "competentAgency", d.applicant->>'fullName' AS "applicantName", d.listed_at AS "listedAt",
  d.submitted_at AS "submittedAt", d.reception_due_at AS "receptionDueAt", d.promised_due_at AS "promisedDueAt", d.holder_agency AS "holderAgency",
  d.holder_officer AS "holderOfficer"`;

// $1 readers, $2 statuses, $3 applicantRef, $4 code, $5 agency, $6 procedure, $7 channel, $8 and $9 submitted, $10 due, $11 and $12 cursor, $13 limit.
const FILTERS = `
  ($3::text IS NULL OR d.applicant_ref = $3) AND ($4::text IS NULL OR d.code = $4) AND ($6::text IS NULL OR d.procedure_code = $6)
  AND ($7::text IS NULL OR d.channel = $7) AND ($8::timestamptz IS NULL OR d.listed_at >= $8) AND ($9::timestamptz IS NULL OR d.listed_at < $9)
  AND ($10::timestamptz IS NULL OR (CASE WHEN d.accepted_at IS NULL THEN d.reception_due_at ELSE d.promised_due_at END) < $10)
  AND ($5::text IS NULL OR EXISTS (SELECT FROM dossier_reader a WHERE a.dossier_id = d.id AND a.reader = $5))`;
const NEWEST = `ORDER BY d.listed_at DESC, d.id DESC LIMIT $13`;
const BEFORE_CURSOR = (alias: string, id: string): string =>
  `($11::timestamptz IS NULL OR (${alias}.listed_at, ${alias}.${id}) < ($11::timestamptz, $12::uuid))`;
const MAY_READ = `(CASE WHEN $1::text[] IS NULL THEN d.status <> 'draft' ELSE EXISTS (SELECT FROM dossier_reader r WHERE r.dossier_id = d.id AND r.reader = ANY ($1)) END)`;
const IN_STATUS = `($2::text[] IS NULL OR d.status = ANY ($2))`;

// One walk along an index each, by what the caller gives that is most selective. Each stops after a page.
const BY_CODE = `SELECT ${COLUMNS} FROM dossier d WHERE d.code = $4 AND ${MAY_READ} AND ${IN_STATUS} AND ${FILTERS} AND ${BEFORE_CURSOR('d', 'id')} ${NEWEST}`;
const BY_APPLICANT = `SELECT ${COLUMNS} FROM dossier d WHERE d.applicant_ref = $3 AND ${MAY_READ} AND ${IN_STATUS} AND ${FILTERS} AND ${BEFORE_CURSOR('d', 'id')} ${NEWEST}`;
const OF_EVERYONE = `SELECT ${COLUMNS} FROM dossier d WHERE d.status <> 'draft' AND $1::text[] IS NULL AND ${IN_STATUS} AND ${FILTERS} AND ${BEFORE_CURSOR('d', 'id')} ${NEWEST}`;
const BY_READER = `
  SELECT ${COLUMNS} FROM dossier_reader r JOIN dossier d ON d.id = r.dossier_id
  WHERE r.reader = ($1::text[])[1] AND ${IN_STATUS} AND ${FILTERS} AND ${BEFORE_CURSOR('r', 'dossier_id')}
  ORDER BY r.listed_at DESC, r.dossier_id DESC LIMIT $13`;
const BY_READER_AND_STATUS = `
  SELECT ${COLUMNS} FROM unnest($2::text[]) AS s (status) CROSS JOIN LATERAL (
    SELECT r.dossier_id FROM dossier_reader r JOIN dossier d ON d.id = r.dossier_id
    WHERE r.reader = ($1::text[])[1] AND r.status = s.status AND ${FILTERS} AND ${BEFORE_CURSOR('r', 'dossier_id')}
    ORDER BY r.listed_at DESC, r.dossier_id DESC LIMIT $13) page
  JOIN dossier d ON d.id = page.dossier_id ${NEWEST}`;
// A person's own: those of the person's number and those that the person handed in. Few, so that they may be sorted.
const OWN = `
  SELECT ${COLUMNS} FROM dossier d
  WHERE d.id IN (SELECT id FROM dossier WHERE applicant_ref = ($1::text[])[1] UNION SELECT dossier_id FROM dossier_reader WHERE reader = ($1::text[])[2])
    AND ${IN_STATUS} AND ${FILTERS} AND ${BEFORE_CURSOR('d', 'id')} ${NEWEST}`;

/** Every text that a list may run: a spec reads the plan of each. */
export const LIST_STATEMENTS = { BY_CODE, BY_APPLICANT, OF_EVERYONE, BY_READER, BY_READER_AND_STATUS, OWN } as const;

const statementFor = ({ readers, code, applicantRef, statuses }: ListRequest, own: boolean): string => {
  if (own) return OWN;
  if (code !== null) return BY_CODE;
  if (applicantRef !== null) return BY_APPLICANT;
  if (readers === 'everyone') return OF_EVERYONE;
  return statuses === null ? BY_READER : BY_READER_AND_STATUS;
};

@Injectable()
export class DossierList {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A page and one row more, newest first. `own`: readers are an applicantRef (or '') and a `subject:` reader. */
  read(request: ListRequest, own: boolean): Promise<ListedDossier[]> {
    const {
      readers,
      statuses,
      applicantRef,
      code,
      agency,
      procedure,
      channel,
      submittedFrom,
      submittedTo,
      dueBefore,
      after,
      limit,
    } = request;
    return this.database.query<ListedDossier>(statementFor(request, own), [
      readers === 'everyone' ? null : readers,
      statuses,
      applicantRef,
      code,
      agency,
      procedure,
      channel,
      submittedFrom,
      submittedTo,
      dueBefore,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ]);
  }
}
