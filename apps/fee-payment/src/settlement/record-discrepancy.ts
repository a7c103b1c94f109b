import type { Money } from '../persistence/money.js';
import type { StoredBreak } from '../persistence/breaks.js';
import { withRow } from '../persistence/row-changes.js';

interface Discrepancy extends Pick<
  StoredBreak,
  'id' | 'identity' | 'kind' | 'dossierId' | 'orderId' | 'reference' | 'ours' | 'theirs' | 'agencies'
> {
  readonly detail?: string;
  readonly foundAt: Temporal.Instant;
  /** Where a statement shows it, and who compared that. */
  readonly shown?: Pick<StoredBreak, 'method' | 'transaction' | 'reconciliationId' | 'owner'>;
}

const SHOWN_BY_NO_STATEMENT = { method: null, transaction: null, reconciliationId: null, owner: null };

/** A break as it is found, or found again: a repeat is the same break, counted, and open again. */
export const discrepancy = (
  known: StoredBreak | undefined,
  { detail, foundAt, shown = SHOWN_BY_NO_STATEMENT, ...found }: Discrepancy,
): StoredBreak =>
  known
    ? {
        ...known,
        version: known.version + 1,
        occurrences: known.occurrences + 1,
        lastSeenAt: foundAt,
        detail: detail ?? null,
        status: 'open',
      }
    : {
        ...found,
        ...shown,
        version: 1,
        detail: detail ?? null,
        status: 'open',
        occurrences: 1,
        foundAt,
        lastSeenAt: foundAt,
        resolvedAt: null,
        resolvedBy: null,
        note: null,
        bookedBy: null,
      };

/** Makes a difference visible to the cashier, as a break of the dossier. */
export function recordDiscrepancy(money: Money, found: Omit<Discrepancy, 'dossierId' | 'agencies'>): Money {
  const { dossierId, agencies } = money.account;
  const known = money.breaks.find(({ identity }) => identity === found.identity);
  return { ...money, breaks: withRow(money.breaks, discrepancy(known, { ...found, dossierId, agencies })) };
}

interface Resolution {
  readonly at: Temporal.Instant;
  readonly by: string;
  readonly note: string;
  readonly bookedBy?: StoredBreak['bookedBy'];
}

export const resolved = (open: StoredBreak, { at, by, note, bookedBy = null }: Resolution): StoredBreak => ({
  ...open,
  version: open.version + 1,
  status: 'resolved',
  resolvedAt: at,
  resolvedBy: by,
  note,
  bookedBy,
});

/** A break that explained itself; nothing where none is open. */
export function resolveDiscrepancy(money: Money, identity: string, resolution: Resolution): Money {
  const open = money.breaks.find((one) => one.identity === identity && one.status === 'open');
  return open ? { ...money, breaks: withRow(money.breaks, resolved(open, resolution)) } : money;
}
