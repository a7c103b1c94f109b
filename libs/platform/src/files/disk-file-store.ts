import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId, Refusal } from '@motcua/kernel';
import { type ByteRange, type FileLimits, FileStore, type StagedFile } from './file-store.js';

const SHA256 = /^[0-9a-f]{64}$/;

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

const tooLarge = (maxBytes: number): Refusal => new Refusal('FILE.TOO_LARGE', { maxBytes });

/** The store on one machine: `{folder}/{first two digits}/{hash}`, files in arrival below `{folder}/incoming`. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async stage(content: Readable, { maxBytes }: FileLimits): Promise<StagedFile> {
    const incoming = join(this.folder, 'incoming');
    await mkdir(incoming, { recursive: true });
    const path = join(incoming, newId());
    const discard = (): Promise<void> => rm(path, { force: true });
    try {
      const { sha256, size } = await this.receive(content, path, maxBytes);
      if (size === 0) throw new Refusal('FILE.EMPTY');
      return { sha256, size, path, discard, keep: () => this.keep(path, sha256) };
    } catch (error) {
      await discard();
      throw error instanceof Refusal ? error : this.broken(error);
    }
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    // A missing file must be noticed before the answer's headers are sent.
    if (!(await this.exists(sha256))) throw new Refusal('FILE.GONE', { sha256 });
    return createReadStream(this.pathOf(sha256), range && { start: range.start, end: range.end });
  }

  async exists(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  private pathOf(sha256: string): string {
    // The hash becomes a path: nothing else may.
    if (!SHA256.test(sha256)) throw new Refusal('FILE.GONE', { sha256 });
    return join(this.folder, sha256.slice(0, 2), sha256);
  }

  private async receive(content: Readable, path: string, maxBytes: number): Promise<{ sha256: string; size: number }> {
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _, done) => {
        size += chunk.length;
        hash.update(chunk);
        if (size > maxBytes) done(tooLarge(maxBytes));
        else done(null, chunk);
      },
    });
    await pipeline(content, measure, createWriteStream(path, { flags: 'wx', flush: true }));
    return { sha256: hash.digest('hex'), size };
  }

  private async keep(staged: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    const folder = join(path, '..');
    await mkdir(folder, { recursive: true });
    await rename(staged, path);
    await syncFolder(folder);
  }

  /** The disk's own failures are ours; everything else is the sender's stream breaking off. */
  private broken(error: unknown): unknown {
    const code = (error as NodeJS.ErrnoException | null)?.code;
    return code !== undefined && /^(ENOSPC|EACCES|EROFS|EIO|EMFILE|ENOENT|EDQUOT)$/.test(code)
      ? error
      : new Refusal('FILE.UPLOAD_BROKEN');
  }
}
