/** The file store does not answer, or says that it cannot now. It passes by itself; the cause is for the log. */
export class FileStoreAway extends Error {
  override readonly name = 'FileStoreAway';

  constructor(cause: unknown) {
    super(`the file store is away: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
