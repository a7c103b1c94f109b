import type { Readable } from 'node:stream';

export interface StoredFile {
  /** Hex; the file's name in the store, so that equal contents are kept once. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Content that was received whole and hashed, and is not in the store yet. */
export interface StagedFile extends StoredFile {
  /** Where it lies on this machine meanwhile, for whoever looks into it. */
  readonly path: string;
  /** Puts it into the store; durable when the promise resolves. Call it last in the transaction that refers to it. */
  store(): Promise<void>;
  /** Removes what was staged; nothing to do once it is kept. Call it in a `finally`. */
  discard(): Promise<void>;
}

/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface FileLimits {
  readonly maxBytes: number;
}

/**
 * The content-addressed store of files (ADR 0018): disk on one machine, S3-compatible in a province. It knows
 * contents by hash and nothing else; each service keeps its own metadata and authorises its own downloads. The class is
 * the injection token.
 */
export abstract class FileStore {
  /**
   * Receives content while hashing it. Content that breaks off, is empty or too large leaves nothing behind.
   * @throws Refusal FILE.TOO_LARGE, FILE.EMPTY, FILE.UPLOAD_BROKEN
   */
  abstract stage(content: Readable, limits: FileLimits): Promise<StagedFile>;

  /** Opens a file or a part of it. @throws Refusal FILE.GONE when the store does not have it */
  abstract open(sha256: string, range?: ByteRange): Promise<Readable>;

  abstract exists(sha256: string): Promise<boolean>;

  /** For content made here, such as a printed form: staged and kept at once. */
  async put(content: Readable, limits: FileLimits): Promise<StoredFile> {
    const staged = await this.stage(content, limits);
    try {
      await staged.store();
      return { sha256: staged.sha256, size: staged.size };
    } finally {
      await staged.discard();
    }
  }
}
