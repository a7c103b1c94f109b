import { Injectable } from '@nestjs/common';
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
type Readers = readonly string[] | 'everyone';

export interface ListRequest {
  readonly readers: Readers;
  readonly statuses: readonly DossierStatus[] | null;
  readonly applicantRef: string | null;
  readonly code: string | null;
  readonly portalCode: string | null;
  /** Keyed hashes of the words that the name and the phone have; empty: of no word, which finds nothing. */
  readonly words: readonly string[] | null;
  readonly documentNumber: string | null;
  readonly acceptedFrom: Temporal.Instant | null;
  readonly acceptedTo: Temporal.Instant | null;
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

interface ListStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

type Parameter = (value: unknown, type: string) => string;
/** A condition for each filter that is asked for. */
const asked = (...conditions: readonly (string | false)[]): string =>
  conditions
    .filter((condition) => condition !== false)
    .map((condition) => ` AND ${condition}`)
    .join('');

/** Of whom it names: as the applicant, or with another part in it. The constant lets the index of the few with parties serve. */
function namedBy(refs: readonly string[], p: Parameter): string {
  const named = p(refs, 'text[]');
  return `(d.applicant_ref = ANY (${named}) OR (d.party_refs && ${named} AND d.party_refs <> '{}'))`;
}

/** `listedAt`: the column that the walk's index is in order of. */
function filters(request: ListRequest, p: Parameter, listedAt: 'd.listed_at' | 'r.listed_at'): string {
  const { portalCode, words, documentNumber, acceptedFrom, acceptedTo } = request;
  const { applicantRef, code, agency, procedure, channel, submittedFrom, submittedTo, dueBefore } = request;
  return asked(
    applicantRef !== null && namedBy([applicantRef], p),
    code !== null && `d.code = ${p(code, 'text')}`,
    portalCode !== null && `d.portal_code = ${p(portalCode, 'text')}`,
    words?.length === 0 && 'false',
    words !== null &&
      words.length > 0 &&
      `d.id IN (SELECT w.dossier_id FROM dossier_word w WHERE w.word = ANY (${p(words, 'text[]')}) GROUP BY 1 HAVING count(*) = ${p(words.length, 'int')})`,
    documentNumber !== null &&
      `EXISTS (SELECT FROM store_item i WHERE i.dossier_id = d.id AND i.kind = 'result' AND i.number = ${p(documentNumber, 'text')})`,
    acceptedFrom !== null && `d.accepted_at >= ${p(acceptedFrom, 'timestamptz')}`,
    acceptedTo !== null && `d.accepted_at < ${p(acceptedTo, 'timestamptz')}`,
    procedure !== null && `d.procedure_code = ${p(procedure, 'text')}`,
    channel !== null && `d.channel = ${p(channel, 'text')}`,
    submittedFrom !== null && `${listedAt} >= ${p(submittedFrom, 'timestamptz')}`,
    submittedTo !== null && `${listedAt} < ${p(submittedTo, 'timestamptz')}`,
    dueBefore !== null &&
      `CASE WHEN d.accepted_at IS NULL THEN d.reception_due_at ELSE d.promised_due_at END < ${p(dueBefore, 'timestamptz')}`,
    agency !== null &&
      `EXISTS (SELECT FROM dossier_reader a WHERE a.dossier_id = d.id AND a.reader = ${p(agency, 'text')})`,
  );
}

const afterCursor = ({ after }: ListRequest, p: Parameter, alias: string, id: string): string =>
  after === null
    ? ''
    : ` AND (${alias}.listed_at, ${alias}.${id}) < (${p(after[0], 'timestamptz')}, ${p(after[1], 'uuid')})`;
const inStatus = ({ statuses }: ListRequest, p: Parameter): string =>
  statuses === null ? '' : ` AND d.status = ANY (${p(statuses, 'text[]')})`;

/** From the dossiers themselves, newest first. */
const fromDossiers = (where: string, request: ListRequest, p: Parameter): string => `
  SELECT ${COLUMNS} FROM dossier d WHERE ${where}${inStatus(request, p)}${filters(request, p, 'd.listed_at')}${afterCursor(request, p, 'd', 'id')}
  ORDER BY d.listed_at DESC, d.id DESC LIMIT ${p(request.limit + 1, 'int')}`;

const mayRead = (readers: Readers, p: Parameter): string =>
  readers === 'everyone'
    ? `d.status <> 'draft'`
    : `EXISTS (SELECT FROM dossier_reader r WHERE r.dossier_id = d.id AND r.reader = ANY (${p(readers, 'text[]')}))`;

/**
 * A person's own: those of the person's numbers and of whom the person acts for, and those that the person handed in. Few, so
 * that they may be sorted.
 */
const own = ([subject, ...refs]: readonly string[], p: Parameter): string =>
  `d.id IN (SELECT d.id FROM dossier d WHERE ${namedBy(refs, p)} AND (d.status <> 'draft' OR d.applicant_ref = ANY (${p(refs, 'text[]')})) UNION SELECT dossier_id FROM dossier_reader WHERE reader = ${p(subject, 'text')})`;

/** Along the index of one reader, which stops after a page; with statuses, along the index of each. */
function byReader(reader: string, request: ListRequest, p: Parameter): string {
  const { statuses, limit } = request;
  const inOrder = (status: string): string => `
    SELECT r.dossier_id, r.listed_at FROM dossier_reader r JOIN dossier d ON d.id = r.dossier_id
    WHERE r.reader = ${p(reader, 'text')}${status}${filters(request, p, 'r.listed_at')}${afterCursor(request, p, 'r', 'dossier_id')}
    ORDER BY r.listed_at DESC, r.dossier_id DESC LIMIT ${p(limit + 1, 'int')}`;
  const page =
    statuses === null
      ? `(${inOrder('')}) page`
      : `unnest(${p(statuses, 'text[]')}) AS s (status) CROSS JOIN LATERAL (${inOrder(' AND r.status = s.status')}) page`;
  return `
    SELECT ${COLUMNS} FROM ${page} JOIN dossier d ON d.id = page.dossier_id
    ORDER BY d.listed_at DESC, d.id DESC LIMIT ${p(limit + 1, 'int')}`;
}

/**
 * The statement for a page and one row more, newest first: one walk along an index, by what is most particular, that stops
 * after a page. `mine`: the readers are a `subject:` reader and any number of applicantRefs.
 */
export function listStatement(request: ListRequest, mine: boolean): ListStatement {
  const values: unknown[] = [];
  const p: Parameter = (value, type) => `$${values.push(value)}::${type}`;
  const { readers, code, applicantRef } = request;
  const particular = code !== null || applicantRef !== null || request.portalCode !== null || request.words !== null;
  if (mine && readers !== 'everyone') return { text: fromDossiers(own(readers, p), request, p), values };
  // An officer of several agencies: no single one's list is walked.
  if (particular || readers === 'everyone' || readers.length > 1)
    return { text: fromDossiers(mayRead(readers, p), request, p), values };
  return { text: byReader(readers[0] ?? '', request, p), values };
}

@Injectable()
export class DossierList {
  constructor(private readonly database: Database) {}

  read(request: ListRequest, mine: boolean): Promise<ListedDossier[]> {
    const { text, values } = listStatement(request, mine);
    return this.database.search<ListedDossier>(text, values);
  }

  /** All of them, page by page. */
  async *all({
    request,
    own,
  }: {
    readonly request: ListRequest;
    readonly own: boolean;
  }): AsyncGenerator<ListedDossier[]> {
    for (let after = request.after, more = true; more;) {
      const rows = await this.read({ ...request, after }, own);
      const page = rows.slice(0, request.limit);
      yield page;
      const last = page.at(-1);
      more = last !== undefined && rows.length > request.limit;
      if (last) after = [last.listedAt.toString(), last.id];
    }
  }
}
