/**
 * What a dossier owes, and what becomes of money that comes in, as pure decisions.
 *
 * - `assess/`: tariff lines and policies in, lines owed out (R16, R17); the reduction of the term (R17);
 * - `order/`: the life of a payment order: never paid twice, never lost.
 */
export * from './assess/assess.js';
export * from './assess/policy.js';
export * from './assess/tariff-line.js';
export * from './assess/term-reduction.js';
export * from './fee-refusal-codes.js';
export * from './order/break.js';
export * from './order/decide-confirmation.js';
export * from './order/decide-order.js';
export * from './order/expire-order.js';
export * from './order/order.js';
export * from './order/receipts.js';
export * from './order/refund-at-end.js';
export * from './order/settled.js';
