export { postingsInsert, type StoredPosting } from './persistence/postings.js';
export { balancesStatement, rangesOf } from './show-ledger/ledger-statement.js';
export { payment } from './payment.definition.js';
export { type LedgerFault, type LedgerRow, verifyLedger } from './persistence/verify-ledger.js';
