import type { LockingQueries } from '@motcua/platform';
import { moneyBy } from '../persistence/money.js';
import type { MoneyReach, Reachable } from '../settlement/reach.js';

export interface OfRefund {
  readonly id: string;
}

/** The money of the dossiers to which refunds belong. */
export async function moneyOfRefunds(
  reach: MoneyReach,
  queries: LockingQueries,
  commands: readonly OfRefund[],
): Promise<readonly (Reachable | undefined)[]> {
  const ids = commands.map(({ id }) => id);
  const reachable = await reach.of(queries, await moneyBy(queries, 'refund', ids));
  return ids.map((id) => reachable.get(id));
}
