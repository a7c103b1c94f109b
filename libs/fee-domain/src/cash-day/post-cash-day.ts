import type { Dong } from '@motcua/kernel';
import type { LedgerAccount, Posting } from '../ledger/posting.js';

/** The drawer of a cashier at a counter. */
export interface DrawerOwner {
  readonly agency: string;
  readonly cashier: string;
}

export const drawerAccount = ({ agency, cashier }: DrawerOwner): LedgerAccount => `drawer/${agency}/${cashier}`;

/** What is missing is the cashier's to make good; what is too much is nobody's until it is explained. */
export function postDifference(owner: DrawerOwner, difference: Dong): Posting[] {
  const { agency, cashier } = owner;
  const drawer = drawerAccount(owner);
  if (difference < 0) return [{ debit: `cashShort/${agency}/${cashier}`, credit: drawer, amount: -difference }];
  return difference > 0 ? [{ debit: drawer, credit: `cashOver/${agency}/${cashier}`, amount: difference }] : [];
}

/**
 * `advanced`: the agency hands out change. `deposited`: cash is paid in at the account of the treasury. `returned`: change goes back
 * to the agency.
 */
export const VOUCHER_KINDS = ['advanced', 'deposited', 'returned'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];

/** Cash that comes into a drawer, or leaves it, and is nobody's fee. */
export function postVoucher(owner: DrawerOwner, kind: VoucherKind, amount: Dong): Posting[] {
  const { agency, cashier } = owner;
  const [drawer, advanced] = [drawerAccount(owner), `advanced/${agency}/${cashier}` as const];
  if (kind === 'deposited') return [{ debit: 'bank', credit: drawer, amount }];
  return [
    kind === 'advanced' ? { debit: drawer, credit: advanced, amount } : { debit: advanced, credit: drawer, amount },
  ];
}
