import { UnreadableText } from './decoded.js';
import { readCamt053 } from './read-camt053.js';
import { readCsv } from './read-csv.js';
import { readMt940 } from './read-mt940.js';
import { readXlsx } from './read-xlsx.js';
import { fault, type StatementFormat, type StatementPart } from './statement-file.js';

const READERS: Readonly<Record<StatementFormat, (path: string) => AsyncGenerator<StatementPart>>> = {
  csv: readCsv,
  xlsx: readXlsx,
  mt940: readMt940,
  camt053: readCamt053,
};

/** What a statement's file says, a part at a time: no file is in memory as a whole. */
export async function* readStatement(path: string, format: StatementFormat): AsyncGenerator<StatementPart> {
  try {
    yield* READERS[format](path);
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error;
    yield fault(1, 'TEXT_UNREADABLE', 'Tệp không phải là văn bản UTF-8', 'The file is no text in UTF-8');
  }
}
