import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentPath } from './content-path.js';
import { DiskFileStore } from './disk-file-store.js';
import { describeFileStore } from './file-store-contract.fixture.js';

describeFileStore('on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-files-'));
  return {
    store: new DiskFileStore(folder),
    everything: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    tamper: (sha256, bytes) => writeFile(join(folder, contentPath(sha256)), bytes),
    close: () => rm(folder, { recursive: true, force: true }),
  };
});
