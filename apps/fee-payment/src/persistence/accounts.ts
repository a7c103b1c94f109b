import type { AccountEnd, AssessedLine, CollectionTime } from '@motcua/fee-domain';
import type { Tx } from '@motcua/platform';

type Queries = Pick<Tx, 'query'>;

/** What a dossier owes and to whom it belongs. */
export interface StoredAccount {
  readonly dossierId: string;
  readonly version: number;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly receivingAgency: string;
  /** Receiving and competent agency: both see it. */
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
  readonly lines: readonly AssessedLine[];
  readonly total: number;
  /** Collection times that are paid. */
  readonly paid: readonly CollectionTime[];
  readonly ended: AccountEnd | null;
  /** The cash receipt that the accepting officer named, where one was. */
  readonly namedCashReceipt: string | null;
  readonly assessedAt: Temporal.Instant;
}

const FIND = `
  SELECT dossier_id AS "dossierId", version, code, procedure_code AS "procedureCode", procedure_name AS "procedureName",
    receiving_agency AS "receivingAgency", agencies, applicant_ref AS "applicantRef", submitted_by AS "submittedBy", lines, total,
    paid, ended, named_cash_receipt AS "namedCashReceipt", assessed_at AS "assessedAt"
  FROM account WHERE dossier_id = $1`;

const OPEN = `
  INSERT INTO account (dossier_id, version, code, procedure_code, procedure_name, receiving_agency, agencies, applicant_ref,
    submitted_by, lines, total, assessed_at)
  VALUES ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const CHANGE = `
  UPDATE account SET paid = $2, ended = $3, named_cash_receipt = $4, version = version + 1 WHERE dossier_id = $1`;

export const findAccount = async (queries: Queries, dossierId: string): Promise<StoredAccount | undefined> =>
  (await queries.query<StoredAccount>(FIND, [dossierId]))[0];

/** Whoever moves money of a dossier holds its account first: decisions on one dossier are made one after the other. */
export const lockAccount = async (tx: Tx, dossierId: string): Promise<StoredAccount | undefined> =>
  (await tx.query<StoredAccount>(`${FIND} FOR UPDATE`, [dossierId]))[0];

export type NewAccount = Omit<StoredAccount, 'version' | 'paid' | 'ended' | 'namedCashReceipt'>;

export const openAccount = async (tx: Tx, account: NewAccount): Promise<void> => {
  const { dossierId, code, procedureCode, procedureName, receivingAgency, agencies, applicantRef, submittedBy } =
    account;
  const { lines, total, assessedAt } = account;
  await tx.query(OPEN, [
    ...[dossierId, code, procedureCode, procedureName, receivingAgency, agencies, applicantRef, submittedBy],
    ...[JSON.stringify(lines), total, assessedAt],
  ]);
};

export const saveAccount = async (
  tx: Tx,
  { dossierId, paid, ended, namedCashReceipt }: StoredAccount,
): Promise<void> => {
  await tx.query(CHANGE, [dossierId, paid, ended, namedCashReceipt]);
};
