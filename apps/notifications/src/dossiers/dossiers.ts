import { Injectable } from '@nestjs/common';
import type {
  CollectionTime,
  DossierCorrectedV1,
  DossierStatusChangedV1,
  DossierSubmittedV1,
  PartyReference,
  Plain,
} from '@motcua/contracts';
import type { Language } from '@motcua/kernel';
import { NotDone, NotYetKnown, type BatchWork, sql, type Tx } from '@motcua/platform';

export interface KnownDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly applicantRef: string;
  readonly submitter: string | null;
  readonly language: Language | null;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly receivingAgency: string | null;
  readonly status: string | null;
  readonly agency: string;
  readonly agencyName: string | null;
  readonly officerName: string | null;
  readonly dueAt: Temporal.Instant | null;
  /** What is due first, paid or not, in đồng. */
  readonly first: number;
  /** What is still to be paid before the result is handed out, in đồng. */
  readonly owed: number;
  /** An officer has taken the case in hand. */
  readonly caseStarted: boolean;
  /** Who has a part in it beside its applicant. */
  readonly parties: readonly Plain<PartyReference>[];
}

/** The dossier with its result at the office where that is fetched, where it is another than the receiving one. */
export const fetchedAt = (dossier: KnownDossier, office: string | null = null): KnownDossier =>
  office === null ? dossier : { ...dossier, receivingAgency: office };

interface HandOver {
  readonly dossierId: string;
  readonly agency: string;
  readonly officerName: string | null;
}

// Who holds it, and when it is due, is the case's to say once it has spoken: what intake says of that comes by another topic, and
// may come later. So may what intake says is owed, after a payment.
const COLUMNS = `
  dossier_id AS "dossierId", code, applicant_ref AS "applicantRef", submitter, language, procedure_code AS "procedureCode",
  procedure_name AS "procedureName", receiving_agency AS "receivingAgency", status,
  coalesce(case_agency, agency) AS agency, CASE WHEN coalesce(case_agency, agency) = agency THEN agency_name END AS "agencyName",
  CASE WHEN case_agency IS NULL THEN officer_name ELSE case_officer END AS "officerName", due_at AS "dueAt",
  owed_first AS "first",
  CASE WHEN 'beforeAcceptance' = ANY (paid) THEN 0 ELSE owed_first END
    + CASE WHEN 'beforeReturn' = ANY (paid) THEN 0 ELSE owed_later END AS owed, case_started AS "caseStarted", parties`;

// Of each dossier at most one event is applied at a time, so no set has one twice.
const SAVE_SUBMITTED = `
  INSERT INTO dossier (dossier_id, code, applicant_ref, submitter, language, procedure_code, procedure_name,
    receiving_agency, status, agency, owed_first, owed_later, parties)
  SELECT dossier_id, code, applicant_ref, submitter, language, procedure_code, procedure_name, receiving_agency, status,
    receiving_agency, owed_first, owed_later, parties
  FROM jsonb_to_recordset($1::jsonb) AS s (dossier_id uuid, code text, applicant_ref text, submitter text, language text,
    procedure_code text, procedure_name text, receiving_agency text, status text, owed_first bigint, owed_later bigint, parties jsonb)
  ORDER BY dossier_id
  ON CONFLICT (dossier_id) DO UPDATE SET submitter = excluded.submitter, language = excluded.language,
    receiving_agency = excluded.receiving_agency, owed_first = excluded.owed_first, owed_later = excluded.owed_later,
    parties = excluded.parties`;

const SAVE_STATUS = `
  INSERT INTO dossier (dossier_id, code, applicant_ref, procedure_code, procedure_name, status, agency, agency_name,
    officer_name, due_at)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (dossier_id uuid, code text, applicant_ref text, procedure_code text,
    procedure_name text, status text, agency text, agency_name text, officer_name text, due_at timestamptz)
  ORDER BY dossier_id
  ON CONFLICT (dossier_id) DO UPDATE SET status = excluded.status, agency = excluded.agency,
    agency_name = excluded.agency_name, officer_name = excluded.officer_name,
    due_at = CASE WHEN dossier.due_by_case THEN dossier.due_at ELSE excluded.due_at END
  RETURNING ${COLUMNS}`;

const FIND = `SELECT ${COLUMNS} FROM dossier WHERE dossier_id = ANY ($1) ORDER BY dossier_id FOR UPDATE`;
const HAND_OVER = `
  UPDATE dossier d SET case_agency = h.agency, case_officer = h.officer, case_started = case_started OR h.officer IS NOT NULL
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS h (dossier_id, agency, officer) WHERE d.dossier_id = h.dossier_id`;
const SETTLE = `
  UPDATE dossier SET paid = ARRAY (SELECT DISTINCT unnest(paid || $2::text[])) WHERE dossier_id = $1`;
const OWE_AGAIN = `
  UPDATE dossier SET paid = ARRAY (SELECT unnest(paid) EXCEPT SELECT unnest($2::text[])) WHERE dossier_id = $1`;
const MOVE_DUE = 'UPDATE dossier SET due_at = $2, due_by_case = true WHERE dossier_id = $1';

/** What the service remembers of dossiers, fed by events, so that a message can say which it is about and whom it concerns. */
@Injectable()
export class Dossiers {
  async saveSubmitted(tx: Tx, data: DossierSubmittedV1): Promise<void> {
    await tx.batch(saveAllSubmitted, data, saveAllSubmitted);
  }

  /** Locks the dossier until the end of the transaction. @throws NotYetKnown while its submission has not come */
  async saveCorrected(tx: Tx, data: DossierCorrectedV1): Promise<KnownDossier> {
    const { dossierId, applicantRef, receivingAgency, fields, parties } = data;
    const isForwarded = fields.includes('/receivingAgency');
    const [first, later] = [dueAt(data, 'beforeAcceptance'), dueAt(data, 'beforeReturn')];
    // Before its acceptance the receiving office holds it.
    const [dossier] = await tx.query<KnownDossier>(sql`
      UPDATE dossier SET applicant_ref = ${applicantRef}, receiving_agency = ${receivingAgency},
        owed_first = ${first}, owed_later = ${later}, parties = ${JSON.stringify(parties)}::jsonb,
        agency = CASE WHEN ${isForwarded} THEN ${receivingAgency} ELSE agency END,
        agency_name = CASE WHEN ${isForwarded} THEN NULL ELSE agency_name END
      WHERE dossier_id = ${dossierId} RETURNING ${sql.raw(COLUMNS)}`);
    if (!dossier) throw new NotYetKnown(`dossier ${dossierId}`);
    return dossier;
  }

  /** Locks the dossier until the end of the transaction. Answers it as held by whom the event names. */
  async saveStatus(tx: Tx, data: DossierStatusChangedV1): Promise<KnownDossier> {
    const dossier = await tx.batch(saveAllStatuses, data, saveAllStatuses);
    const { agency, agencyName, officerName } = data.holder;
    return { ...dossier, agency, agencyName, officerName };
  }

  /** @throws NotYetKnown when its submission has not come yet: another topic was faster */
  lock(tx: Tx, dossierId: string): Promise<KnownDossier> {
    return tx.batch(lockAll, dossierId, lockAll);
  }

  async handOver(tx: Tx, dossierId: string, agency: string, officerName: string | null): Promise<void> {
    await tx.batch(handOverAll, { dossierId, agency, officerName }, handOverAll);
  }

  /** The fees of these times are paid. */
  async settle(tx: Tx, dossierId: string, collectedAt: readonly CollectionTime[]): Promise<void> {
    await tx.query(SETTLE, [dossierId, collectedAt]);
  }

  /** What was paid by mistake of the counter. */
  async oweAgain(tx: Tx, dossierId: string, collectedAt: readonly CollectionTime[]): Promise<void> {
    await tx.query(OWE_AGAIN, [dossierId, collectedAt]);
  }

  /** What the case says of the due date. */
  async moveDueDate(tx: Tx, dossierId: string, dueAt: string | null): Promise<void> {
    await tx.query(MOVE_DUE, [dossierId, dueAt]);
  }
}

const dueAt = ({ feeLines }: Pick<DossierSubmittedV1, 'feeLines'>, time: CollectionTime): number =>
  feeLines.filter(({ collectedAt }) => collectedAt === time).reduce((sum, { net }) => sum + net, 0);

const saveAllSubmitted: BatchWork<DossierSubmittedV1, undefined> = async (tx, submitted) => {
  const rows = submitted.map((data) => ({
    dossier_id: data.dossierId,
    code: data.code,
    applicant_ref: data.applicantRef,
    // At the counter an officer submits, who is must not receive the messages of the applicant.
    submitter: data.channel === 'online' ? data.submittedBy : null,
    language: data.language,
    procedure_code: data.procedureCode,
    procedure_name: data.procedureName,
    receiving_agency: data.receivingAgency,
    status: data.status,
    owed_first: dueAt(data, 'beforeAcceptance'),
    owed_later: dueAt(data, 'beforeReturn'),
    parties: data.parties,
  }));
  await tx.query(SAVE_SUBMITTED, [JSON.stringify(rows)]);
  return submitted.map(() => undefined);
};

const saveAllStatuses: BatchWork<DossierStatusChangedV1, KnownDossier> = async (tx, changed) => {
  const rows = changed.map(({ dossierId, code, applicantRef, procedureCode, procedureName, to, holder, dueAt }) => ({
    dossier_id: dossierId,
    code,
    applicant_ref: applicantRef,
    procedure_code: procedureCode,
    procedure_name: procedureName,
    status: to,
    agency: holder.agency,
    agency_name: holder.agencyName,
    officer_name: holder.officerName,
    due_at: dueAt,
  }));
  const saved = byId(await tx.query<KnownDossier>(SAVE_STATUS, [JSON.stringify(rows)]));
  return changed.map(({ dossierId }) => saved.get(dossierId)!);
};

const lockAll: BatchWork<string, KnownDossier> = async (tx, ids) => {
  const known = byId(await tx.query<KnownDossier>(FIND, [ids]));
  return ids.map((id) => known.get(id) ?? new NotDone(new NotYetKnown(`dossier ${id}`)));
};

const handOverAll: BatchWork<HandOver, undefined> = async (tx, given) => {
  await tx.query(HAND_OVER, [
    given.map(({ dossierId }) => dossierId),
    given.map(({ agency }) => agency),
    given.map(({ officerName }) => officerName),
  ]);
  return given.map(() => undefined);
};

const byId = (dossiers: readonly KnownDossier[]): ReadonlyMap<string, KnownDossier> =>
  new Map(dossiers.map((dossier) => [dossier.dossierId, dossier]));
