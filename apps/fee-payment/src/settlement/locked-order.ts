import { type Agencies } from '@motcua/catalogue-copy';
import { Refusal } from '@motcua/kernel';
import { type Actor, assertReach, assertVersion, type Scope, type Tx, type PlatformCode } from '@motcua/platform';
import { lockAccount, type StoredAccount } from '../persistence/accounts.js';
import { findOrder, type StoredOrder } from '../persistence/orders.js';

export interface LockedOrder {
  readonly account: StoredAccount;
  readonly order: StoredOrder;
}

/** An order under the lock of its account, when the actor may reach it and has seen its version. */
export async function lockOrder(
  tx: Tx,
  agencies: Agencies,
  id: string,
  version: number,
  actor: Actor,
  scope: Scope,
): Promise<LockedOrder> {
  const seen = await findOrder(tx, id);
  if (!seen) throw new Refusal<PlatformCode>('RESOURCE.NOT_FOUND');
  assertReach(actor, scope, { ...seen, agencies: await agencies.withAncestors(seen.agencies, tx) });
  const account = (await lockAccount(tx, seen.dossierId))!;
  const order = (await findOrder(tx, id))!;
  assertVersion(order.version, version);
  return { account, order };
}
