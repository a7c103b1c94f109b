import { FileStoreAway } from '../files/file-store-away.js';

/** PostgreSQL error classes that pass by themselves: connection, resources, operator intervention, serialisation, deadlock. */
const PASSING = /^(08|53|57P0|58|40001|40P01|55P03|57014|25P0[34])/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** Texts of the driver for errors that it gives no code. */
const DRIVER =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Cannot use a pool after calling end|Driver not Connected/i;

/** Whether an error says that the database, the file store or the network is away for a while, rather than that the work is at fault. */
export function isTransientFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof FileStoreAway) return true;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (PASSING.test(code) || NETWORK.has(code))) return true;
  if (DRIVER.test(error.message)) return true;
  // TypeORM wraps the driver's error; AggregateError is what Node gives when every address refuses.
  const inner = (error as { driverError?: unknown }).driverError ?? error.cause;
  if (inner !== undefined && inner !== error) return isTransientFault(inner);
  return error instanceof AggregateError && error.errors.some(isTransientFault);
}
