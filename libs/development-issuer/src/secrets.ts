import { createHmac, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The secrets of one machine, all derived from one that is made at the first start and never leaves the data folder. */
export class Secrets {
  private constructor(private readonly master: Buffer) {}

  static async of(folder: string): Promise<Secrets> {
    const file = join(folder, 'secret');
    const fresh = `${file}.new`;
    const kept = await readFile(file, 'utf8').catch(() => undefined);
    if (kept === undefined) {
      await writeFile(fresh, randomBytes(32).toString('hex'), { mode: 0o600 });
      // A link fails where the file exists: of two first starts at once, one secret wins.
      await link(fresh, file).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      });
      await rm(fresh, { force: true });
    }
    return new Secrets(Buffer.from(await readFile(file, 'utf8'), 'hex'));
  }

  /** 64 hexadecimal characters, the same at every start. */
  of(purpose: string): string {
    return createHmac('sha256', this.master).update(purpose).digest('hex');
  }
}
