import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import type { FileStore } from './file-store.js';

/** A store for one sentence, and what a person with access to the machine or bucket could see and do. */
export interface FileStoreHarness {
  readonly store: FileStore;
  /** Everything that lies in the store or on its way to it, by the last part of its name. */
  everything(): Promise<string[]>;
  /** Puts other bytes in the place of a content. */
  tamper(sha256: string, bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

const LIMIT = { maxBytes: 1_000_000 };
export const sha256Of = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const breakingAfter = (first: Buffer): Readable =>
  Readable.from(
    (async function* () {
      yield first;
      await Promise.resolve();
      throw new Error('socket hang up');
    })(),
  );

/** What every file store promises, wherever it keeps its contents. */
export function describeFileStore(where: string, open: () => Promise<FileStoreHarness>): void {
  describe(`the file store ${where}`, () => {
    let harness: FileStoreHarness;
    let store: FileStore;
    beforeEach(async () => {
      harness = await open();
      ({ store } = harness);
    });
    afterEach(() => harness.close());

    it('names a content by its hash, keeps it once, and gives it back whole or in part', async () => {
      const stored = await store.put(Readable.from([Buffer.from('hồ '), Buffer.from('sơ')]), LIMIT);
      expect(stored).toEqual({ sha256: sha256Of('hồ sơ'), size: 8 });
      await store.put(Readable.from([Buffer.from('hồ sơ')]), LIMIT);
      expect(await harness.everything()).toEqual([stored.sha256]);
      expect(await text(await store.open(stored.sha256))).toBe('hồ sơ');
      expect(await text(await store.open(stored.sha256, { start: 0, end: 0 }))).toBe('h');
      expect(await text(await store.open(stored.sha256, { start: 5, end: 7 }))).toBe('sơ'.slice(0, 2));
    });

    it('has nothing before what was staged is kept, and nothing after it is discarded', async () => {
      const staged = await store.stage(Readable.from([Buffer.from('bản vẽ')]), LIMIT);
      expect(await readFile(staged.path, 'utf8')).toBe('bản vẽ');
      expect(await store.exists(staged.sha256)).toBe(false);
      await staged.discard();
      expect(await harness.everything()).toEqual([]);
    });

    it('has what was kept after the staged copy is discarded, as a transaction does at its end', async () => {
      const staged = await store.stage(Readable.from([Buffer.from('bản vẽ')]), LIMIT);
      await staged.store();
      await staged.discard();
      expect(await store.exists(staged.sha256)).toBe(true);
      expect(await harness.everything()).toEqual([staged.sha256]);
    });

    it('leaves nothing behind of a content that is too large, empty, or breaks off', async () => {
      await expect(store.put(Readable.from([randomBytes(600_000), randomBytes(600_000)]), LIMIT)).rejects.toMatchObject(
        {
          code: 'FILE.TOO_LARGE',
          evidence: { maxBytes: 1_000_000 },
        },
      );
      await expect(store.put(Readable.from([]), LIMIT)).rejects.toMatchObject({ code: 'FILE.EMPTY' });
      await expect(store.put(breakingAfter(Buffer.from('một nửa')), LIMIT)).rejects.toMatchObject({
        code: 'FILE.UPLOAD_BROKEN',
      });
      expect(await harness.everything()).toEqual([]);
    });

    it('refuses a content that broke off before anybody read it, and the process lives on', async () => {
      const content = new Readable({ read: () => undefined });
      content.destroy(new Error('other side closed'));
      const stored = store.put(content, LIMIT);
      // An error that nobody listens to ends the process.
      expect(content.listenerCount('error')).toBeGreaterThan(0);
      await expect(stored).rejects.toMatchObject({ code: 'FILE.UPLOAD_BROKEN' });
      expect(await harness.everything()).toEqual([]);
    });

    it('opens nothing that is not a hash, so that no path leads out of it', async () => {
      await expect(store.open('../../etc/passwd')).rejects.toMatchObject({ code: 'FILE.GONE' });
      await expect(store.open(sha256Of('không có'))).rejects.toMatchObject({ code: 'FILE.GONE' });
    });

    it('keeps a file of many parts, and gives a range out of its middle', async () => {
      const content = randomBytes(20_000_000);
      const { sha256 } = await store.put(Readable.from([content]), { maxBytes: 30_000_000 });
      expect((await buffer(await store.open(sha256))).equals(content)).toBe(true);
      const part = await buffer(await store.open(sha256, { start: 8_388_600, end: 8_388_619 }));
      expect(part.equals(content.subarray(8_388_600, 8_388_620))).toBe(true);
    });

    it.each([
      ['changed', Buffer.from('giấy phép giả')],
      ['cut', Buffer.from('giấy')],
    ])('does not give out to its end a content that was %s in the store', async (_, other) => {
      const { sha256 } = await store.put(Readable.from([Buffer.from('giấy phép')]), LIMIT);
      await harness.tamper(sha256, other);
      const given: Buffer[] = [];
      const read = async (): Promise<void> => {
        for await (const chunk of await store.open(sha256)) given.push(chunk as Buffer);
      };
      await expect(read()).rejects.toThrow('the store has other content');
      expect(Buffer.concat(given).length).toBeLessThan(other.length);
    });

    it('takes the same content from many at once', async () => {
      const content = randomBytes(200_000);
      const all = await Promise.all(Array.from({ length: 8 }, () => store.put(Readable.from([content]), LIMIT)));
      expect(new Set(all.map(({ sha256 }) => sha256)).size).toBe(1);
      expect(await harness.everything()).toEqual([sha256Of(content)]);
    });
  });
}
