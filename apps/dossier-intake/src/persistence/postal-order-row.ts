import type { OfficerReference, Plain } from '@motcua/contracts';
import type { ParcelEvent, PostalState } from '@motcua/dossier-domain';
import { type Queries, rowTable, sql } from '@motcua/platform';

/** One row of `postal_order`. */
export interface PostalOrderRow {
  readonly id: string;
  readonly dossierId: string;
  readonly n: number;
  readonly orderNumber: string;
  readonly state: PostalState;
  /** The office that sends it, and to which it comes back. */
  readonly agency: string;
  /** Name, telephone and address in JSON, sealed. */
  readonly recipient: string;
  readonly orderedAt: Temporal.Instant;
  readonly orderedBy: Plain<OfficerReference>;
  readonly trackingNumber: string | null;
  /** What the post collects at the door, in đồng. */
  readonly postage: number | null;
  /** Why the post did not take it, or why it was taken back. */
  readonly refusal: string | null;
  readonly events: readonly ParcelEvent[];
  readonly endedAt: Temporal.Instant | null;
}

export const POSTAL_ORDERS = rowTable<PostalOrderRow>('postal_order', {
  id: 'key',
  dossierId: 'fixed',
  n: 'fixed',
  orderNumber: 'fixed',
  state: 'plain',
  agency: 'fixed',
  recipient: 'fixed',
  orderedAt: 'fixed',
  orderedBy: 'fixed',
  trackingNumber: 'plain',
  postage: 'plain',
  refusal: 'plain',
  events: 'plain',
  endedAt: 'plain',
});

/** The talk with the post about an order. */
export interface PostalTalk {
  readonly attempts: number;
  readonly trouble: string | null;
}

/** The last order of each of these dossiers that has one. */
export const lastOrders = (queries: Queries, dossiers: readonly string[]): Promise<PostalOrderRow[]> =>
  queries.query<PostalOrderRow>(sql`
    SELECT DISTINCT ON (o.dossier_id) ${POSTAL_ORDERS.columns('o')} FROM postal_order o
    WHERE o.dossier_id = ANY (${dossiers}::uuid[]) ORDER BY o.dossier_id, o.n DESC`);
