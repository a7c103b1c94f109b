import { type ComparedLine, spelling } from '@motcua/fee-domain';
import type { LocalBreakKind, StoredBreak } from '../persistence/breaks.js';
import type { StoredReconciliation } from '../persistence/reconciliations.js';
import { discrepancy, resolved } from '../settlement/record-discrepancy.js';
import type { Booked } from './statement-books.js';
import type { FileLine } from './file-line.js';

type DifferenceKind = Exclude<ComparedLine<FileLine, Booked>['outcome'], 'matched' | 'elsewhere'>;

interface Difference {
  readonly kind: DifferenceKind & LocalBreakKind;
  readonly reference: string;
  readonly transaction: string;
  readonly ours: number | null;
  readonly theirs: number | null;
  readonly repeats?: number;
  readonly line?: number;
  /** Of whose money it is; of no dossier, cash that an agency brought to the account. */
  readonly of: Pick<Booked, 'orderId' | 'dossierId' | 'agencies'> | null;
}

interface Found {
  readonly reconciliation: StoredReconciliation;
  readonly owner: string;
  readonly at: Temporal.Instant;
  readonly newId: () => string;
}

/** Money of no order is called as callbacks call it, so that either finds the other's break. */
export function identityOf(
  { method }: Pick<StoredReconciliation, 'method'>,
  { kind, reference, transaction, ours, theirs, repeats = 0 }: Omit<Difference, 'of' | 'line'>,
): string {
  const again = repeats === 0 ? '' : `:${repeats + 1}`;
  if (kind === 'unknownReference') return `unknownReference:${reference}:${transaction}:${theirs}${again}`;
  const number = spelling(transaction);
  if (kind === 'missingThere') return `missingThere:${method}:${reference}:${number}`;
  return `${kind}:${method}:${reference}:${number}:${theirs ?? `ours ${ours}`}${again}`;
}

/** A difference as a break, owned by who compared. What an officer has resolved stays so, however often it is found again. */
export function breakOf(known: StoredBreak | undefined, difference: Difference, found: Found): StoredBreak {
  const { reconciliation, owner, at, newId } = found;
  const { kind, reference, transaction, ours, theirs, line, of } = difference;
  const text = (amount: number | null): string | null => (amount === null ? null : String(amount));
  const after = discrepancy(known, {
    ...{ id: newId(), identity: identityOf(reconciliation, difference), kind, foundAt: at },
    dossierId: of?.dossierId ?? null,
    orderId: of?.orderId ?? null,
    reference: reference === '' ? '(unknown)' : reference,
    ...{ ours: text(ours), theirs: text(theirs), agencies: of?.agencies ?? [] },
    detail: [reconciliation.fileName, line === undefined ? null : `dòng ${line}`]
      .filter((part) => part !== null)
      .join(', '),
    shown: { method: reconciliation.method, transaction, reconciliationId: reconciliation.id, owner },
  });
  return known ? { ...after, status: known.status, owner: known.owner ?? owner } : after;
}

/** A difference that explained itself: the two sides agree by now. */
export const explained = (open: StoredBreak, { reconciliation: { id }, at }: Omit<Found, 'owner'>): StoredBreak =>
  resolved(open, { at, by: 'system:reconciliation', note: `khớp theo đối soát ${id}` });
