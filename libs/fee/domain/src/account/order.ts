import { type Dong, Refusal } from '@motcua/kernel';
import type { CollectionTime } from './account.js';
import type { PaymentRefusalCode } from './payment-refusal-codes.js';

export type PaymentMethod = 'nationalPlatform' | 'counter' | 'transfer';

/**
 * `created`: not yet known to the platform. `pending`: awaits the payer. `superseded`: what it collects was paid another
 * way; its money would be surplus. `surplus`: money came that settled nothing.
 */
export const ORDER_STATES = ['created', 'pending', 'paid', 'failed', 'superseded', 'surplus'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export interface Order {
  readonly method: PaymentMethod;
  readonly state: OrderState;
  readonly collect: readonly CollectionTime[];
  readonly amount: Dong;
}

/**
 * The life of an order: each move with the states that it leaves. What is absent is impossible. Money may come in any
 * state that has not seen any: a late success is never lost.
 */
export const ORDER_MOVES = {
  openAtPlatform: { from: ['created'], to: 'pending' },
  settle: { from: ['created', 'pending', 'failed', 'superseded'], to: 'paid' },
  receiveSurplus: { from: ['created', 'pending', 'failed', 'superseded'], to: 'surplus' },
  fail: { from: ['created', 'pending'], to: 'failed' },
  supersede: { from: ['created', 'pending', 'failed'], to: 'superseded' },
} as const satisfies Record<string, { readonly from: readonly OrderState[]; readonly to: OrderState }>;

export type OrderMove = keyof typeof ORDER_MOVES;

/** The state after a move; undefined where the table does not have it, and then nothing changes. */
export const stateAfter = (move: OrderMove, state: OrderState): OrderState | undefined => {
  const { from, to } = ORDER_MOVES[move];
  return (from as readonly OrderState[]).includes(state) ? to : undefined;
};

/** An officer takes money on an order of theirs. Refuses `PAYMENT.WRONG_METHOD`, `PAYMENT.ORDER_NOT_OPEN`. */
export const refuseUnlessCollectable = (order: Order, method: PaymentMethod): void => {
  if (order.method !== method) {
    throw new Refusal<PaymentRefusalCode>('PAYMENT.WRONG_METHOD', { method: order.method, expected: method });
  }
  if (order.state !== 'pending')
    throw new Refusal<PaymentRefusalCode>('PAYMENT.ORDER_NOT_OPEN', { state: order.state });
};
