import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '@motcua/kernel';
import { contentPath } from './content-path.js';
import { type ByteRange, type FileLimits, FileStore, type StagedFile } from './file-store.js';
import { receiveFile } from './receive-file.js';
import { verified } from './verified.js';
import type { PlatformCode } from '../refusals/platform-code.js';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** The store on one machine: `{folder}/{first two digits}/{hash}`, files in arrival below `{folder}/incoming`. */
export class DiskFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async stage(content: Readable, limits: FileLimits): Promise<StagedFile> {
    // In the store's own folder, so that keeping is a rename.
    const received = await receiveFile(content, join(this.folder, 'incoming'), limits);
    return { ...received, store: () => this.store(received.path, received.sha256) };
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable> {
    // A missing file must be noticed before the answer's headers are sent.
    if (!(await this.exists(sha256))) throw new Refusal<PlatformCode>('FILE.GONE', { sha256 });
    const path = this.pathOf(sha256);
    return range === undefined ? verified(createReadStream(path), sha256) : createReadStream(path, range);
  }

  async exists(sha256: string): Promise<boolean> {
    return access(this.pathOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  private pathOf(sha256: string): string {
    return join(this.folder, contentPath(sha256));
  }

  private async store(staged: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    const folder = join(path, '..');
    await mkdir(folder, { recursive: true });
    await rename(staged, path);
    await syncFolder(folder);
  }
}
