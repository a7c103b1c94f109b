import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type Environment,
  type HistoryFault,
  type HistoryItem,
  readHistories,
  readHistoryFile,
  verifyHistory,
  writeHistories,
} from '@motcua/platform';
import { findPlaces } from './find-places.js';
import type { VerifyOptions } from './options.js';
import type { Outcome } from './say-outcome.js';

/** So many faults are told one by one; all are counted. */
const TOLD = 100;

/** Hands on what it reads, after it was written: who verifies the copy verifies what this run saw. */
async function* copying(items: AsyncIterable<HistoryItem>, path: string): AsyncGenerator<HistoryItem> {
  const copy = new PassThrough({ objectMode: true, highWaterMark: 64 });
  const written = pipeline(Readable.from(writeHistories(copy)), createWriteStream(path, { mode: 0o600 }));
  // Whoever cannot write stops the reading at once, and not at its end.
  let failed: unknown;
  written.catch((error: unknown) => (failed = error));
  for await (const item of items) {
    if (failed !== undefined) break;
    if (!copy.write(item)) await Promise.race([once(copy, 'drain'), written.catch(() => undefined)]);
    yield item;
  }
  copy.end();
  await written;
}

/**
 * Verifies every history that can be found from this environment. @throws ConfigurationFaults, CannotStart,
 * HistoryUnreadable, HistoryFileUnreadable
 */
export async function runVerifyHistory(
  { file, exportTo }: Pick<VerifyOptions, 'file' | 'exportTo'>,
  environment: Environment,
): Promise<Outcome> {
  const places = await findPlaces(environment, file !== undefined);
  const faults: HistoryFault[] = [];
  let faultCount = 0;
  try {
    const read = file === undefined ? readHistories(places.histories) : readHistoryFile(file);
    const services = await verifyHistory(exportTo === undefined ? read : copying(read, exportTo), {
      keyOf: places.keyOf,
      onFault: (fault) => {
        faultCount++;
        if (faults.length < TOLD) faults.push(fault);
      },
    });
    return { services, faults, faultCount };
  } finally {
    await places.close();
  }
}
