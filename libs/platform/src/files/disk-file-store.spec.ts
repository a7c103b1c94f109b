import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DiskFileStore } from './disk-file-store.js';

const LIMIT = { maxBytes: 1_000_000 };
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

describe('the file store on disk', () => {
  let folder: string;
  let store: DiskFileStore;
  const everything = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-files-'));
    store = new DiskFileStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('names a content by its hash, keeps it once, and gives it back whole or in part', async () => {
    const stored = await store.put(Readable.from([Buffer.from('hồ '), Buffer.from('sơ')]), LIMIT);
    expect(stored).toEqual({ sha256: sha256('hồ sơ'), size: 8 });
    await store.put(Readable.from([Buffer.from('hồ sơ')]), LIMIT);
    expect(await everything()).toEqual([stored.sha256]);
    expect(await text(await store.open(stored.sha256))).toBe('hồ sơ');
    expect(await text(await store.open(stored.sha256, { start: 0, end: 0 }))).toBe('h');
  });

  it('has nothing before what was staged is kept, and nothing after it is discarded', async () => {
    const staged = await store.stage(Readable.from([Buffer.from('bản vẽ')]), LIMIT);
    expect(await store.exists(staged.sha256)).toBe(false);
    await staged.discard();
    expect(await everything()).toEqual([]);
  });

  it('leaves nothing behind of a content that is too large, empty, or breaks off', async () => {
    await expect(store.put(Readable.from([randomBytes(600_000), randomBytes(600_000)]), LIMIT)).rejects.toMatchObject({
      code: 'FILE.TOO_LARGE',
      evidence: { maxBytes: 1_000_000 },
    });
    await expect(store.put(Readable.from([]), LIMIT)).rejects.toMatchObject({ code: 'FILE.EMPTY' });
    const breaking = Readable.from(
      (async function* () {
        yield Buffer.from('một nửa');
        await Promise.resolve();
        throw new Error('socket hang up');
      })(),
    );
    await expect(store.put(breaking, LIMIT)).rejects.toMatchObject({ code: 'FILE.UPLOAD_BROKEN' });
    expect(await everything()).toEqual([]);
  });

  it('opens nothing that is not a hash, so that no path leads out of its folder', async () => {
    await expect(store.open('../../etc/passwd')).rejects.toMatchObject({ code: 'FILE.GONE' });
    await expect(store.open(sha256('không có'))).rejects.toMatchObject({ code: 'FILE.GONE' });
  });
});
