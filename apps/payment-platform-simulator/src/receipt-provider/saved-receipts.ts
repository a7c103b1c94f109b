import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { TakenReceipt } from './receipt-provider.js';

/** Receipts that were kept in a file; none where there is no file. */
export function savedReceipts(file: string): TakenReceipt[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as TakenReceipt[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** For `onChange`: writes all receipts to the file, whole or not at all. */
export const saveReceiptsIn =
  (file: string) =>
  (receipts: readonly TakenReceipt[]): void => {
    writeFileSync(`${file}.new`, JSON.stringify(receipts));
    renameSync(`${file}.new`, file);
  };
