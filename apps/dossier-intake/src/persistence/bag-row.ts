import { DossierPapersLostV1, type OfficerReference, type Plain } from '@motcua/contracts';
import type { BagContents, BagDifferences, BagStatus, MissingOutcome } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { type Aggregate, type NewEvent, rowTable } from '@motcua/platform';
import { type BagAction, historyLine } from './history.js';
import { PAPER_PLACES, type PaperPlaceRow } from './paper-place-row.js';

export interface BagItem {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureName: string;
}

/** What became of a paper that the count did not find. */
interface SettledItem {
  readonly code: string;
  readonly outcome: MissingOutcome;
  readonly reason: string;
  readonly at: string;
  readonly by: Plain<OfficerReference>;
}

/** One row of `bag`. */
export interface BagRow {
  readonly id: string;
  /** The ETag. */
  readonly version: number;
  /** Counts the bags of an office. */
  readonly n: number;
  readonly contents: BagContents;
  readonly status: BagStatus;
  readonly fromAgency: string;
  readonly toAgency: string;
  readonly toPostOffice: boolean;
  /** Number of the seal on it. */
  readonly seal: string | null;
  /** The manifest. */
  readonly items: readonly BagItem[];
  readonly madeAt: Temporal.Instant;
  readonly madeBy: Plain<OfficerReference>;
  readonly handedOverAt: Temporal.Instant | null;
  readonly handedOverBy: Plain<OfficerReference> | null;
  /** Who took it over, as they sign for it. */
  readonly takenOverBy: string | null;
  readonly comingBack: {
    readonly at: string;
    readonly by: Plain<OfficerReference>;
    readonly reason: string;
    /** By who was to receive it; else its sender recalled it. */
    readonly sentBack: boolean;
  } | null;
  readonly countedAt: Temporal.Instant | null;
  readonly countedBy: Plain<OfficerReference> | null;
  readonly differences: BagDifferences | null;
  readonly settled: readonly SettledItem[];
}

export const BAGS = rowTable<BagRow>('bag', {
  id: 'key',
  version: 'plain',
  n: 'fixed',
  contents: 'fixed',
  status: 'plain',
  fromAgency: 'fixed',
  toAgency: 'fixed',
  toPostOffice: 'fixed',
  seal: 'fixed',
  items: 'plain',
  madeAt: 'fixed',
  madeBy: 'fixed',
  handedOverAt: 'plain',
  handedOverBy: 'plain',
  takenOverBy: 'plain',
  comingBack: 'plain',
  countedAt: 'plain',
  countedBy: 'plain',
  differences: 'plain',
  settled: 'plain',
});

/** Written on its label: `H48.12-T000017`. */
export const bagNumber = ({ fromAgency, n }: Pick<BagRow, 'fromAgency' | 'n'>): string =>
  `${fromAgency}-T${String(n).padStart(6, '0')}`;

export interface BagChange {
  readonly before: BagRow | null;
  readonly after: BagRow;
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly action: BagAction;
  /** What the history says beside what stands in the bag. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Where papers are from now on. */
  readonly places: readonly PaperPlaceRow[];
  /** Papers that nobody has any more: their applicants are told. */
  readonly lost?: readonly Omit<DossierPapersLostV1, 'lostAt'>[];
}

/** The one way by which a bag changes, and with it the places of papers. */
export const BAG: Aggregate<BagChange> = {
  save: async (queries, changes) => {
    const places = changes.flatMap((change) => change.places);
    await Promise.all([
      BAGS.save(queries, changes),
      ...(places.length > 0 ? [queries.query(PAPER_PLACES.put(places))] : []),
    ]);
  },
  events: ({ lost = [], at }) =>
    lost.map((one): NewEvent => ({
      contract: DossierPapersLostV1,
      data: { ...one, lostAt: withOffset(at) } satisfies DossierPapersLostV1,
      key: one.dossierId,
      time: at,
    })),
  history: ({ after: { id, items, differences }, at, actor, action, detail = {} }) => [
    historyLine('bag', id, action, { at, actor, detail: { items: items.length, differences, ...detail } }),
  ],
};
