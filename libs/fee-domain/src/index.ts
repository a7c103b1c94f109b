/**
 * What a dossier owes, and what becomes of money that comes in, as pure decisions.
 *
 * - `tariff/`: the tariff and the policies at submission in, lines owed out (R16, R17);
 * - `policy/`: the largest reduction of a fee, and that of the term (R17);
 * - `correct/`: what is owed once a correction changed what a dossier is assessed by;
 * - `order/`: the life of a payment order: never paid twice, never lost;
 * - `receipt/`: form and symbol of receipts, what adjusts, cancels or replaces one, the payee's account and its VietQR;
 * - `ledger/`: double entry: where each đồng is and to whom it is due, as postings that sum to zero;
 * - `cash-day/`: a cashier's day at a drawer: what may move, how it is counted and closed;
 * - `account/`: what a dossier's account allows: orders, cash, refunds;
 * - `reconcile/`: what the statements of the platform and the bank say against our books, and what resolves a difference.
 */
export * from './account/account.js';
export * from './account/allocate.js';
export * from './account/check-cash-receipt.js';
export * from './account/collect-by-officer.js';
export * from './account/decide-refund.js';
export * from './account/demand-fee.js';
export * from './account/lines-after-correction.js';
export * from './account/place-order.js';
export * from './account/reverse-entry.js';
export * from './tariff/assess-at-submission.js';
export * from './policy/exemptions.js';
export * from './policy/largest-reduction.js';
export * from './tariff/measured.js';
export * from './tariff/tariff-line.js';
export * from './policy/term-reduction.js';
export * from './cash-day/cash-day.js';
export * from './cash-day/count-cash.js';
export * from './cash-day/post-cash-day.js';
export * from './cash-day/settle-difference.js';
export * from './correct/correct-fees.js';
export * from './refusal-codes.js';
export * from './ledger/post.js';
export * from './ledger/posting.js';
export * from './ledger/split-refund.js';
export * from './order/break.js';
export * from './order/brought.js';
export * from './order/decide-confirmation.js';
export * from './order/decide-order.js';
export * from './order/order.js';
export * from './order/receipts.js';
export * from './order/same-number.js';
export * from './account/list-refund-at-end.js';
export * from './order/settled.js';
export * from './reconcile/compare-lines.js';
export * from './reconcile/resolve-break.js';
export * from './reconcile/statement-line.js';
export * from './receipt/give-back.js';
export * from './receipt/replace-receipt.js';
export * from './receipt/series.js';
export * from './receipt/viet-qr.js';
