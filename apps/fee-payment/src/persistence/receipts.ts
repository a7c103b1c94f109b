import type { CollectionTime, FeeKind } from '@motcua/fee-domain';
import { VIETNAM } from '@motcua/kernel';
import { type Queries, rowTable, sql } from '@motcua/platform';

export interface StoredReceipt {
  readonly id: string;
  /** Given when it is saved: without gaps by agency, kind and year. */
  readonly number: string;
  /** That issued it, and to whose treasury it is due. */
  readonly agency: string;
  readonly dossierId: string;
  readonly orderId: string;
  readonly kind: FeeKind;
  readonly amount: number;
  /** What was given back of it, đồng; as much as its amount: it is void. */
  readonly refunded: number;
  readonly voidedAt: Temporal.Instant | null;
  /** By which it is void, where its payment was a mistake: its number stays used. */
  readonly reversalId: string | null;
  /** Collection times that were settled with it. */
  readonly settles: readonly CollectionTime[];
  readonly lines: readonly { readonly code: string; readonly name: string; readonly net: number }[];
  readonly issuedAt: Temporal.Instant;
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
}

/** Those whose payment was no mistake. */
export const validOf = (receipts: readonly StoredReceipt[]): readonly StoredReceipt[] =>
  receipts.filter(({ reversalId }) => reversalId === null);

/** A receipt before it has its number. */
export type NewReceipt = Omit<StoredReceipt, 'number'>;

export const RECEIPTS = rowTable<StoredReceipt>('receipt', {
  id: 'key',
  number: 'fixed',
  agency: 'fixed',
  dossierId: 'fixed',
  orderId: 'fixed',
  kind: 'fixed',
  amount: 'fixed',
  refunded: 'plain',
  voidedAt: 'plain',
  reversalId: 'plain',
  settles: 'fixed',
  lines: 'fixed',
  issuedAt: 'fixed',
  agencies: 'fixed',
  applicantRef: 'fixed',
  submittedBy: 'fixed',
});

const SERIES = { phi: 'PHI', lePhi: 'LEPHI' } as const;

interface Series {
  readonly agency: string;
  readonly kind: FeeKind;
  readonly year: number;
}

const seriesOf = ({ agency, kind, issuedAt }: NewReceipt): Series => ({
  agency,
  kind,
  year: issuedAt.toZonedDateTimeISO(VIETNAM).year,
});

const keyOf = ({ agency, kind, year }: Series): string => `${agency} ${kind} ${year}`;

/** Numbers receipts in their order. A series' row is locked until the commit, so that a roll-back leaves no gap. */
export async function numbered(queries: Queries, receipts: readonly NewReceipt[]): Promise<StoredReceipt[]> {
  if (receipts.length === 0) return [];
  const wanted = [...Map.groupBy(receipts, (receipt) => keyOf(seriesOf(receipt))).values()].map((alike) => ({
    ...seriesOf(alike[0]!),
    count: alike.length,
  }));
  const rows = await queries.query<Series & { readonly last: number }>(sql`
    INSERT INTO receipt_number AS r (agency, kind, year, last)
    SELECT agency, kind, year, count FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (agency text, kind text, year int, count int)
    ORDER BY agency, kind, year
    ON CONFLICT (agency, kind, year) DO UPDATE SET last = r.last + excluded.last
    RETURNING agency, kind, year, last`);
  const counts = new Map(wanted.map((series) => [keyOf(series), series.count]));
  const next = new Map(rows.map((row) => [keyOf(row), row.last - counts.get(keyOf(row))! + 1]));
  return receipts.map((receipt) => {
    const { agency } = receipt;
    const series = seriesOf(receipt);
    const serial = next.get(keyOf(series))!;
    next.set(keyOf(series), serial + 1);
    const year = String(series.year % 100).padStart(2, '0');
    return { ...receipt, number: `${agency}-${SERIES[receipt.kind]}-${year}-${String(serial).padStart(7, '0')}` };
  });
}
