import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Order } from './orders.js';

/** The orders that a simulator kept in a file, none where there is no file. */
export function savedOrders(file: string): Order[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Order[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** For `onChange`: writes all orders to the file, whole or not at all. */
export const saveOrdersIn =
  (file: string) =>
  (orders: readonly Order[]): void => {
    writeFileSync(`${file}.new`, JSON.stringify(orders));
    renameSync(`${file}.new`, file);
  };
