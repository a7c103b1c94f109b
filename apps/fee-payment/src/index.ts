export { payment } from './payment.definition.js';
export { type LedgerFault, type LedgerRow, verifyLedger } from './persistence/verify-ledger.js';
