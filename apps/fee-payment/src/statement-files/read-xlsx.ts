import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { type Entry, open, type ZipFile } from 'yauzl';
import { fault, type StatementPart } from './statement-file.js';
import { SharedTexts } from './shared-texts.js';
import type { SheetReading } from './sheet-reading.js';
import { SheetRows } from './sheet-rows.js';
import { UnreadableSheet } from './unreadable-sheet.js';
import { readTable, type TableRow } from './statement-table.js';

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const STRINGS = 'xl/sharedStrings.xml';
/** Shared texts are the one part that has to be in memory: a statement of more is sent as CSV. */
const MOST_SHARED = 64 * 1024 * 1024;

// yauzl reads a ZIP by its directory, an entry at a time, and is kept up; the workbook libraries that stream (xlstream,
// xlsx-stream-reader) stand still, and the others hold the whole book.
const openZip = promisify(
  open as (path: string, options: object, done: (error: Error | null, zip: ZipFile) => void) => void,
);

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
  return entries;
}

const contentOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });

/** Hands what a reading has found on, a piece of the document at a time. */
async function* parsed<Item>(content: Readable, reading: SheetReading<Item>): AsyncGenerator<Item> {
  content.setEncoding('utf8');
  try {
    for await (const piece of content) {
      reading.write(String(piece));
      yield* reading.found.splice(0);
    }
  } finally {
    content.destroy();
  }
}

async function* rowsOf(path: string): AsyncGenerator<TableRow> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false });
  try {
    const entries = await entriesOf(zip);
    const [sheet] = [...entries.keys()]
      .filter((name) => SHEET.test(name))
      .sort((a, b) => Number(SHEET.exec(a)![1]) - Number(SHEET.exec(b)![1]));
    if (sheet === undefined) throw new UnreadableSheet('no sheet');
    const texts: string[] = [];
    const shared = entries.get(STRINGS);
    if (shared !== undefined) {
      let size = 0;
      for await (const text of parsed(await contentOf(zip, shared), new SharedTexts())) {
        size += text.length;
        if (size > MOST_SHARED) throw new UnreadableSheet('too many texts');
        texts.push(text);
      }
    }
    yield* parsed(await contentOf(zip, entries.get(sheet)!), new SheetRows(texts));
  } finally {
    zip.close();
  }
}

/** The first sheet of a workbook. Its rows have the numbers that the spreadsheet shows. */
export async function* readXlsx(path: string): AsyncGenerator<StatementPart> {
  try {
    yield* readTable(rowsOf(path));
  } catch (error) {
    if (!(error instanceof UnreadableSheet) && !isZipFault(error)) throw error;
    yield fault(
      1,
      'SHEET_UNREADABLE',
      'Tệp không phải là bảng tính XLSX đọc được; đề nghị lưu lại dưới dạng CSV',
      'The file is no XLSX workbook that can be read; save it as CSV',
    );
  }
}

/** Of yauzl and zlib, whose errors have no class: a file system's have a number. */
const isZipFault = (error: unknown): boolean => error instanceof Error && !('syscall' in error);
