import type { Queries } from '@motcua/platform';
import { lastOrders, type PostalOrderRow } from '../persistence/postal-order-row.js';
import type { DossierFacts } from './dossier-facts.js';

/** A further fact of a dossier: the last order for its result at the postal service. */
export interface LastPostalOrder {
  readonly postalOrder: PostalOrderRow | null;
}

export async function lastPostalOrders(
  queries: Queries,
  facts: readonly Pick<DossierFacts, 'dossier'>[],
): Promise<LastPostalOrder[]> {
  const ids = facts.map(({ dossier }) => dossier.id);
  const orders = await lastOrders(queries, ids);
  return ids.map((id) => ({ postalOrder: orders.find(({ dossierId }) => dossierId === id) ?? null }));
}
