/** What of an error may be logged. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: unknown;
  readonly [where: string]: unknown;
}

/** Where in the database it happened. `detail`, `where`, `hint` and the statement hold what people entered. */
const PLACES = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'] as const;
/** Messages of data exceptions (SQLSTATE class 22) quote the value. */
const QUOTES_VALUES = /^22[0-9A-Z]{3}$/;
const MOST_CAUSES = 4;

const isFromDatabase = (error: object): error is { code: string } =>
  'severity' in error && 'code' in error && typeof error.code === 'string';

/**
 * An error as it is logged: kind, message, place and causes, and nothing that somebody entered. Whatever else a driver
 * hangs on its errors stays out.
 */
export function loggedError(error: unknown, causes = MOST_CAUSES): unknown {
  if (!(error instanceof Error)) return error;
  const quoting = isFromDatabase(error) && QUOTES_VALUES.test(error.code);
  const message = quoting ? `a value does not fit (SQLSTATE ${error.code})` : error.message;
  const { stack, cause } = error;
  const places = PLACES.flatMap((place) => {
    const value = (error as Error & Record<string, unknown>)[place];
    return typeof value === 'string' || typeof value === 'number' ? [[place, value] as const] : [];
  });
  return {
    type: error.name,
    message,
    ...Object.fromEntries(places),
    ...(stack !== undefined && { stack: quoting ? stack.replaceAll(error.message, message) : stack }),
    ...(cause !== undefined && causes > 0 && { cause: loggedError(cause, causes - 1) }),
  } satisfies LoggedError;
}
