import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Payment } from './payments.js';

/** The payments that a simulator kept in a file, none where there is no file. */
export function savedPayments(file: string): Payment[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Payment[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** For `onChange`: writes all payments to the file, whole or not at all. */
export const savePaymentsIn =
  (file: string) =>
  (payments: readonly Payment[]): void => {
    writeFileSync(`${file}.new`, JSON.stringify(payments));
    renameSync(`${file}.new`, file);
  };
