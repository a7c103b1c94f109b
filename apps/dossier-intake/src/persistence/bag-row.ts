import type { OfficerReference, Plain } from '@motcua/contracts';
import type { BagDifferences, BagStatus } from '@motcua/dossier-domain';
import { type Aggregate, rowTable } from '@motcua/platform';
import { historyLine } from './history.js';

export interface BagItem {
  readonly dossierId: string;
  readonly code: string;
}

/** One row of `bag`. */
export interface BagRow {
  readonly id: string;
  /** The ETag. */
  readonly version: number;
  readonly status: BagStatus;
  readonly fromAgency: string;
  readonly toAgency: string;
  /** Number of the seal on it. */
  readonly seal: string | null;
  /** The manifest. */
  readonly items: readonly BagItem[];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: Plain<OfficerReference>;
  readonly handedOverAt: Temporal.Instant | null;
  readonly handedOverBy: Plain<OfficerReference> | null;
  readonly countedAt: Temporal.Instant | null;
  readonly countedBy: Plain<OfficerReference> | null;
  readonly differences: BagDifferences | null;
}

export const BAGS = rowTable<BagRow>('bag', {
  id: 'key',
  version: 'plain',
  status: 'plain',
  fromAgency: 'fixed',
  toAgency: 'fixed',
  seal: 'fixed',
  items: 'fixed',
  madeAt: 'fixed',
  madeBy: 'fixed',
  handedOverAt: 'plain',
  handedOverBy: 'plain',
  countedAt: 'plain',
  countedBy: 'plain',
  differences: 'plain',
});

export interface BagChange {
  readonly before: BagRow | null;
  readonly after: BagRow;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** The one way by which a bag changes. */
export const BAG: Aggregate<BagChange> = {
  save: async (queries, changes) => {
    await BAGS.save(queries, changes);
  },
  events: () => [],
  history: ({ after: { id, status, items, differences }, at, actor }) => [
    historyLine('bag', id, status, { at, actor, detail: { items: items.length, differences } }),
  ],
};
