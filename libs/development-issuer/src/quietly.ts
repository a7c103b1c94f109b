/**
 * Runs `work` with the console's warnings held back: the provider's library warns at load that its store is in memory,
 * which is what a development issuer wants, and that it does not know our Node yet.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console;
  Object.assign(console, { warn: () => undefined, info: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn, info });
  }
}
