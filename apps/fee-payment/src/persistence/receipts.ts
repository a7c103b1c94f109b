import { randomBytes } from 'node:crypto';
import type { FileReference, Plain } from '@motcua/contracts';
import { type CollectionTime, type FeeKind, seriesOn } from '@motcua/fee-domain';
import { dayInVietnam } from '@motcua/kernel';
import { type Queries, rowTable, sql } from '@motcua/platform';
import { collectorsOf } from './collectors.js';

export interface StoredReceipt {
  readonly id: string;
  /** In the register: agency, symbol and serial. Given when it is saved, as the next four are. */
  readonly number: string;
  /** Form (mẫu số) and symbol (ký hiệu) of its series. */
  readonly form: string;
  readonly symbol: string;
  /** Its number on paper: without gaps by agency and symbol. */
  readonly serial: number;
  /** By which anybody who has the paper looks it up; cannot be guessed. */
  readonly lookupCode: string;
  /** That issued it, and to whose treasury it is due. */
  readonly agency: string;
  readonly dossierId: string;
  readonly orderId: string;
  readonly kind: FeeKind;
  readonly amount: number;
  /** What was given back of it, đồng: as a whole, so that it is void, or by receipts that adjust it. */
  readonly refunded: number;
  readonly voidedAt: Temporal.Instant | null;
  /** By which it is void, where its payment was a mistake: its number stays used. */
  readonly reversalId: string | null;
  /** In whose place it stands, and why; null: in no other's. */
  readonly replaces: string | null;
  readonly replacesBecause: string | null;
  /** By which it is void, where another stands in its place. */
  readonly replacedBy: string | null;
  /** Which receipt it adjusts down, by which refund, and why; null: it is none that adjusts another. Its amount is what was given back. */
  readonly adjusts: string | null;
  readonly adjustsBecause: string | null;
  readonly refundId: string | null;
  /** When what it is for was settled: before it was issued, where it replaces another. */
  readonly settledAt: Temporal.Instant;
  /** Collection times that were settled with it. */
  readonly settles: readonly CollectionTime[];
  readonly lines: readonly { readonly code: string; readonly name: string; readonly net: number }[];
  readonly issuedAt: Temporal.Instant;
  /** The officer who took or found the money that settled it, as the token named them; null where a machine told of it. */
  readonly collectedBy: string | null;
  readonly collectorName: string | null;
  /** Its paper in the file store; null: it is not printed yet. */
  readonly file: Plain<FileReference> | null;
  readonly agencies: readonly string[];
  readonly applicantRef: string;
  readonly submittedBy: string;
}

type Standing = Pick<StoredReceipt, 'reversalId' | 'replacedBy' | 'adjusts'>;

/** It counts in the books: it is for money that came, its payment was no mistake, and no other stands in its place. */
export const isValid = ({ reversalId, replacedBy, adjusts }: Standing): boolean =>
  reversalId === null && replacedBy === null && adjusts === null;

/** Those that count, in the order in which they were settled. */
export const validOf = (receipts: readonly StoredReceipt[]): readonly StoredReceipt[] =>
  receipts.filter(isValid).toSorted((one, other) => Temporal.Instant.compare(one.settledAt, other.settledAt));

/** Form, symbol and number, as another paper names a receipt. */
export const namedReceipt = ({ symbol, serial }: Pick<StoredReceipt, 'symbol' | 'serial'>): string =>
  `ký hiệu ${symbol}, số ${serialText(serial)}`;

type Successor = Pick<StoredReceipt, 'symbol' | 'serial'> | undefined;

/** Why a void receipt is void, as its paper says. */
export function whyVoid({ reversalId }: Pick<StoredReceipt, 'reversalId'>, successor: Successor): string {
  if (successor) return `Đã được thay thế bằng biên lai ${namedReceipt(successor)}`;
  return reversalId === null ? 'Đã hoàn trả toàn bộ số tiền' : 'Ghi nhầm, đã hủy bút toán thu tiền';
}

export interface Neighbours {
  /** In whose place it stands. */
  readonly replaced: StoredReceipt | undefined;
  /** Which stands in its place. */
  readonly successor: StoredReceipt | undefined;
  /** Which it adjusts. */
  readonly adjusted: StoredReceipt | undefined;
  /** What others had adjusted of that before, đồng. */
  readonly adjustedBefore: number;
}

/** The receipts that one names, and that name it. */
export async function neighboursOf(
  queries: Queries,
  { id, adjusts }: Pick<StoredReceipt, 'id' | 'adjusts'>,
): Promise<Neighbours> {
  const near = await queries.query<StoredReceipt>(sql`
    SELECT ${RECEIPTS.columns()} FROM receipt WHERE replaces = ${id} OR id = (SELECT replaces FROM receipt WHERE id = ${id})
      OR id = ${adjusts} OR adjusts = ${adjusts} AND id < ${id}`);
  return {
    replaced: near.find((one) => one.replacedBy === id),
    successor: near.find((one) => one.replaces === id),
    adjusted: near.find((one) => one.id === adjusts),
    adjustedBefore: near.reduce((sum, one) => sum + (adjusts !== null && one.adjusts === adjusts ? one.amount : 0), 0),
  };
}

/** A receipt before it has its number. */
export type NewReceipt = Omit<StoredReceipt, 'number' | 'form' | 'symbol' | 'serial' | 'lookupCode'>;

export const RECEIPTS = rowTable<StoredReceipt>('receipt', {
  id: 'key',
  number: 'fixed',
  form: 'fixed',
  symbol: 'fixed',
  serial: 'fixed',
  lookupCode: 'fixed',
  agency: 'fixed',
  dossierId: 'fixed',
  orderId: 'fixed',
  kind: 'fixed',
  amount: 'fixed',
  refunded: 'plain',
  voidedAt: 'plain',
  reversalId: 'plain',
  replaces: 'fixed',
  replacesBecause: 'fixed',
  replacedBy: 'plain',
  adjusts: 'fixed',
  adjustsBecause: 'fixed',
  refundId: 'fixed',
  settledAt: 'fixed',
  settles: 'fixed',
  lines: 'fixed',
  issuedAt: 'fixed',
  collectedBy: 'fixed',
  collectorName: 'fixed',
  file: 'plain',
  agencies: 'fixed',
  applicantRef: 'fixed',
  submittedBy: 'fixed',
});

/** Letters and digits that are not taken for one another, 32 of them. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newLookupCode = (): string => Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]).join('');

interface Counted {
  readonly agency: string;
  readonly symbol: string;
}

const keyOf = ({ agency, symbol }: Counted): string => `${agency} ${symbol}`;

/** Numbers receipts in their order. A series' row is locked until the commit, so that a roll-back leaves no gap. */
export async function numbered(queries: Queries, receipts: readonly NewReceipt[]): Promise<StoredReceipt[]> {
  if (receipts.length === 0) return [];
  const collectors = await collectorsOf(
    queries,
    receipts.map(({ agency }) => agency),
  );
  const placed = receipts.map((receipt) => {
    const { agency, kind, issuedAt } = receipt;
    return { ...receipt, ...seriesOn(collectors.get(agency)?.series ?? [], kind, dayInVietnam(issuedAt)) };
  });
  const wanted = [...Map.groupBy(placed, keyOf).values()].map((alike) => ({
    ...{ agency: alike[0]!.agency, symbol: alike[0]!.symbol },
    count: alike.length,
  }));
  const rows = await queries.query<Counted & { readonly last: number }>(sql`
    INSERT INTO receipt_number AS r (agency, symbol, last)
    SELECT agency, symbol, count FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w (agency text, symbol text, count int)
    ORDER BY agency, symbol
    ON CONFLICT (agency, symbol) DO UPDATE SET last = r.last + excluded.last
    RETURNING agency, symbol, last`);
  const counts = new Map(wanted.map((series) => [keyOf(series), series.count]));
  const next = new Map(rows.map((row) => [keyOf(row), row.last - counts.get(keyOf(row))! + 1]));
  return placed.map((receipt) => {
    const serial = next.get(keyOf(receipt))!;
    next.set(keyOf(receipt), serial + 1);
    const number = `${receipt.agency}-${receipt.symbol}-${serialText(serial)}`;
    return { ...receipt, serial, number, lookupCode: newLookupCode() };
  });
}

/** `0000015` */
export const serialText = (serial: number): string => String(serial).padStart(7, '0');
