import type { AccountEnd, AssessedLine, CollectionTime } from '@motcua/fee-domain';
import { type Belonging, type Queries, rowTable, sql } from '@motcua/platform';
import { partsOf, type StoredParties } from './parties.js';

/** What a dossier owes and to whom it belongs. */
export interface StoredAccount extends StoredParties {
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
  /** Received for what is owed, and not yet enough to settle it, đồng. */
  readonly unallocated: number;
  /** The cash receipt that the accepting officer named, where one was. */
  readonly namedCashReceipt: string | null;
  readonly assessedAt: Temporal.Instant;
  /** When the latest fee arose after the submission; an order of before does not pay it. */
  readonly demandedAt: Temporal.Instant | null;
}

export const ACCOUNTS = rowTable<StoredAccount>('account', {
  dossierId: 'key',
  version: 'plain',
  code: 'fixed',
  procedureCode: 'fixed',
  procedureName: 'fixed',
  receivingAgency: 'plain',
  agencies: 'plain',
  applicantRef: 'plain',
  submittedBy: 'fixed',
  parties: 'plain',
  partyRefs: 'plain',
  lines: 'plain',
  total: 'plain',
  paid: 'plain',
  ended: 'plain',
  unallocated: 'plain',
  namedCashReceipt: 'plain',
  assessedAt: 'fixed',
  demandedAt: 'plain',
});

/** @param agencies its own and all above them */
export const belongingOf = (
  { applicantRef, submittedBy, parties }: StoredAccount,
  agencies: readonly string[],
): Belonging => ({ applicantRef, submittedBy, parties: partsOf(parties), agencies });

export const findAccount = async (queries: Queries, dossierId: string): Promise<StoredAccount | undefined> =>
  (
    await queries.query<StoredAccount>(sql`SELECT ${ACCOUNTS.columns()} FROM account WHERE dossier_id = ${dossierId}`)
  )[0];
