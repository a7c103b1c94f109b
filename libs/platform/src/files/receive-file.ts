import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId, Refusal } from '@motcua/kernel';
import type { FileLimits, StoredFile } from './file-store.js';
import type { PlatformCode } from '../refusals/platform-code.js';

/** Content that lies whole in a folder of this machine, under a name by chance. */
export interface ReceivedFile extends StoredFile {
  readonly path: string;
  discard(): Promise<void>;
}

async function write(content: Readable, path: string, maxBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform: (chunk: Buffer, _, done) => {
      size += chunk.length;
      hash.update(chunk);
      if (size > maxBytes) done(new Refusal<PlatformCode>('FILE.TOO_LARGE', { maxBytes }));
      else done(null, chunk);
    },
  });
  await pipeline(content, measure, createWriteStream(path, { flags: 'wx', flush: true }));
  return { sha256: hash.digest('hex'), size };
}

/** The disk's own failures are ours; everything else is the sender's stream breaking off. */
function broken(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code !== undefined && /^(ENOSPC|EACCES|EROFS|EIO|EMFILE|ENOENT|EDQUOT)$/.test(code)
    ? error
    : new Refusal<PlatformCode>('FILE.UPLOAD_BROKEN');
}

/**
 * Receives content into `folder` while hashing it; what is refused or breaks off leaves nothing behind.
 * @throws Refusal FILE.TOO_LARGE, FILE.EMPTY, FILE.UPLOAD_BROKEN
 */
export async function receiveFile(content: Readable, folder: string, { maxBytes }: FileLimits): Promise<ReceivedFile> {
  // It may break off before anybody reads it, and an error that nobody listens to ends the process; reading it fails then.
  content.once('error', () => undefined);
  await mkdir(folder, { recursive: true });
  const path = join(folder, newId());
  const discard = (): Promise<void> => rm(path, { force: true });
  try {
    const stored = await write(content, path, maxBytes);
    if (stored.size === 0) throw new Refusal<PlatformCode>('FILE.EMPTY');
    return { ...stored, path, discard };
  } catch (error) {
    await discard();
    throw error instanceof Refusal ? error : broken(error);
  }
}
