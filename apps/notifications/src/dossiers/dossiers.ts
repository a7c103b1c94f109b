import { Injectable } from '@nestjs/common';
import type { DossierStatusChangedV1, DossierSubmittedV1 } from '@motcua/contracts';
import type { Language } from '@motcua/kernel';
import { NotYetKnown, type Tx } from '@motcua/platform';

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
  readonly amount: number | null;
  /** An officer has taken the case in hand. */
  readonly caseStarted: boolean;
}

// Who holds it is the case's to say once it has spoken: what intake says of it comes by another topic, and may come later.
const COLUMNS = `
  dossier_id AS "dossierId", code, applicant_ref AS "applicantRef", submitter, language, procedure_code AS "procedureCode",
  procedure_name AS "procedureName", receiving_agency AS "receivingAgency", status,
  coalesce(case_agency, agency) AS agency, CASE WHEN coalesce(case_agency, agency) = agency THEN agency_name END AS "agencyName",
  CASE WHEN case_agency IS NULL THEN officer_name ELSE case_officer END AS "officerName", due_at AS "dueAt", amount,
  case_started AS "caseStarted"`;

const SAVE_SUBMITTED = `
  INSERT INTO dossier (dossier_id, code, applicant_ref, submitter, language, procedure_code, procedure_name,
    receiving_agency, status, agency, amount)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $10)
  ON CONFLICT (dossier_id) DO UPDATE SET submitter = $4, language = $5, receiving_agency = $8, amount = $10`;

const SAVE_STATUS = `
  INSERT INTO dossier (dossier_id, code, applicant_ref, procedure_code, procedure_name, status, agency, agency_name,
    officer_name, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (dossier_id) DO UPDATE SET status = $6, agency = $7, agency_name = $8, officer_name = $9, due_at = $10
  RETURNING ${COLUMNS}`;

const FIND = `SELECT ${COLUMNS} FROM dossier WHERE dossier_id = $1 FOR UPDATE`;
const HAND_OVER = `
  UPDATE dossier SET case_agency = $2, case_officer = $3, case_started = case_started OR $3::text IS NOT NULL
  WHERE dossier_id = $1`;
const MOVE_DUE = 'UPDATE dossier SET due_at = $2 WHERE dossier_id = $1';

/** What the service remembers of dossiers, fed by events, so that a message can say which it is about and whom it concerns. */
@Injectable()
export class Dossiers {
  async saveSubmitted(tx: Tx, data: DossierSubmittedV1): Promise<void> {
    const owed = data.feeLines
      .filter(({ collectedAt }) => collectedAt === 'beforeAcceptance')
      .reduce((sum, { net }) => sum + net, 0);
    await tx.query(SAVE_SUBMITTED, [
      data.dossierId,
      data.code,
      data.applicantRef,
      // At the counter an officer submits, who is must not receive the messages of the applicant.
      data.channel === 'online' ? data.submittedBy : null,
      data.language,
      data.procedureCode,
      data.procedureName,
      data.receivingAgency,
      data.status,
      owed,
    ]);
  }

  /** Locks the dossier until the end of the transaction. Answers it as held by whom the event names. */
  async saveStatus(tx: Tx, data: DossierStatusChangedV1): Promise<KnownDossier> {
    const { holder } = data;
    const [dossier] = await tx.query<KnownDossier>(SAVE_STATUS, [
      data.dossierId,
      data.code,
      data.applicantRef,
      data.procedureCode,
      data.procedureName,
      data.to,
      holder.agency,
      holder.agencyName,
      holder.officerName,
      data.dueAt,
    ]);
    const { agency, agencyName, officerName } = holder;
    return { ...dossier!, agency, agencyName, officerName };
  }

  /** @throws NotYetKnown when its submission has not come yet: another topic was faster */
  async lock(tx: Tx, dossierId: string): Promise<KnownDossier> {
    const [dossier] = await tx.query<KnownDossier>(FIND, [dossierId]);
    if (!dossier) throw new NotYetKnown(`dossier ${dossierId}`);
    return dossier;
  }

  async handOver(tx: Tx, dossierId: string, agency: string, officerName: string | null): Promise<void> {
    await tx.query(HAND_OVER, [dossierId, agency, officerName]);
  }

  async moveDueDate(tx: Tx, dossierId: string, dueAt: string | null): Promise<void> {
    await tx.query(MOVE_DUE, [dossierId, dueAt]);
  }
}
