import { ReceiptIssuedV1 } from '@motcua/contracts';
import type { ReceiptDue } from '@motcua/fee-domain';
import { newId, VIETNAM, withOffset } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { StoredAccount } from './accounts.js';

const NEXT_NUMBER = `
  INSERT INTO receipt_number AS r (agency, kind, year, last) VALUES ($1, $2, $3, 1)
  ON CONFLICT (agency, kind, year) DO UPDATE SET last = r.last + 1 RETURNING last`;

const ISSUE = `
  INSERT INTO receipt (id, number, dossier_id, order_id, kind, amount, lines, issued_at, agencies, applicant_ref, submitted_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const SERIES = { phi: 'PHI', lePhi: 'LEPHI' } as const;

/** Issues a receipt: numbered without gaps by agency, kind and year. The number's row is locked until the commit. */
export async function issueReceipt(
  tx: Tx,
  account: StoredAccount,
  orderId: string,
  due: ReceiptDue,
  issuedAt: Temporal.Instant,
): Promise<void> {
  const { dossierId, receivingAgency, agencies, applicantRef, submittedBy } = account;
  const { year } = issuedAt.toZonedDateTimeISO(VIETNAM);
  const [next] = await tx.query<{ last: number }>(NEXT_NUMBER, [receivingAgency, due.kind, year]);
  const number = `${receivingAgency}-${SERIES[due.kind]}-${String(year % 100).padStart(2, '0')}-${String(next!.last).padStart(7, '0')}`;
  await tx.query(ISSUE, [
    ...[
      newId(),
      number,
      dossierId,
      orderId,
      due.kind,
      due.amount,
      JSON.stringify(due.lines.map(({ code, name, net }) => ({ code, name, net }))),
      issuedAt,
    ],
    ...[agencies, applicantRef, submittedBy],
  ]);
  tx.publish({
    contract: ReceiptIssuedV1,
    key: dossierId,
    time: issuedAt,
    data: {
      dossierId,
      receiptNumber: number,
      kind: due.kind,
      amount: due.amount,
      issuedAt: withOffset(issuedAt),
      file: null,
    },
  });
}
