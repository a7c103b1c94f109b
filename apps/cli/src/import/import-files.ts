import { type ImportTarget, type ItemResult, sendBatch } from './import-client.js';
import type { PortalItem } from './portal-items.js';
import { readProcedures } from './read-file.js';

const LARGEST_BATCH = 100;
const LARGEST_BODY = 4 * 1024 * 1024;

/** What became of one file. */
interface FileReport {
  readonly file: string;
  found: number;
  /** Told already by a file read before. */
  repeated: number;
  /** Why reading ended early. */
  unreadable?: string;
}

export interface ImportReport {
  readonly files: FileReport[];
  readonly results: ItemResult[];
}

/** Reads all files and sends what they hold in batches. Crawled text that several files hold is sent once, as the first has it. */
export async function importFiles(
  target: ImportTarget,
  files: readonly string[],
  onProgress: (step: string) => void,
): Promise<ImportReport> {
  const report: ImportReport = { files: [], results: [] };
  const sent = new Set<string>();
  let batch: PortalItem[] = [];
  let size = 0;
  const send = async (): Promise<void> => {
    if (batch.length > 0) report.results.push(...(await sendBatch(target, batch)));
    [batch, size] = [[], 0];
  };
  for (const file of files) {
    const own: FileReport = { file, found: 0, repeated: 0 };
    report.files.push(own);
    try {
      for await (const procedure of readProcedures(file)) {
        own.found += 1;
        if (procedure.crawled && procedure.code !== '' && sent.has(procedure.code)) {
          own.repeated += 1;
          continue;
        }
        sent.add(procedure.code);
        const bytes = Buffer.byteLength(JSON.stringify(procedure.item));
        const full = batch.length >= LARGEST_BATCH || size + bytes > LARGEST_BODY;
        // The catalogue refuses a code that comes twice in one request with different contents.
        if (full || batch.some(({ code }) => code === procedure.code)) await send();
        batch.push(procedure);
        size += bytes;
        onProgress(`${report.results.length + batch.length} procedures, ${file}`);
      }
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      own.unreadable = error.message;
    }
  }
  await send();
  return report;
}

/** A file that cannot be read stops only itself; a server that does not answer stops the import. */
const isUnreadable = (error: unknown): error is Error =>
  error instanceof Error &&
  (/ is not JSON\.$/.test(error.message) ||
    ['EACCES', 'ENOENT', 'Z_DATA_ERROR', 'Z_BUF_ERROR'].includes(String((error as { code?: unknown }).code)));
