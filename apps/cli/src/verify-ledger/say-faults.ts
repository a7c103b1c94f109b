import type { LedgerFault } from '@motcua/fee-payment';

export const LEDGER_USAGE = `npm run verify-ledger

Adds up the double-entry ledger of fee payment: that all accounts together are zero, that nothing was paid out that did not
come in, that every entry is posted, that payers and the treasury are owed what receipts and refunds say, that drawers hold
what was counted and what moved since, and that a closed day is what was counted. Ends with 0 when the books balance, with 1
when they do not.

Without settings it reads the data folder of this machine (MOTCUA_DATA_DIR), whether the system runs or not. For a
province: the settings of npm run verify-history.
`;

/** The first so many are named one by one; all are counted. */
const NAMED = 100;

export function sayFaults(faults: readonly LedgerFault[]): string {
  if (faults.length === 0) return 'The ledger balances.';
  const lines = faults.slice(0, NAMED).map(({ check, of, found }) => `  ${of}: ${found} (${check})`);
  const more = faults.length > NAMED ? [`  … and ${faults.length - NAMED} more`] : [];
  return [`The ledger does not balance; faults: ${faults.length}`, ...lines, ...more].join('\n');
}
