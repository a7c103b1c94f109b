import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decoded, linesOf } from './decoded.js';
import { fault, type StatementPart } from './statement-file.js';
import { columnsOf, readTable, type TableRow } from './statement-table.js';

const DELIMITERS = [',', ';', '\t', '|'];
/** Longer ones are no rows: a quotation mark that is never closed would make the rest of the file one. */
const LONGEST_ROW = 64 * 1024;
/** Of the file's beginning, to see by what its columns are divided. */
const LOOKED_AT = 40;

/** By what the columns are divided: what divides the header; where none is seen, of the row that has most of them. */
async function delimiterOf(path: string): Promise<string> {
  const most = { delimiter: ',', count: 0 };
  let seen = 0;
  for await (const line of linesOf(decoded(path))) {
    for (const delimiter of DELIMITERS) {
      const cells = line.split(delimiter);
      if (columnsOf(cells.map((cell) => cell.replaceAll(/^[\s\ufeff]*"|"\s*$|\ufeff/g, ''))) !== null) return delimiter;
      const count = cells.length;
      if (count > most.count) Object.assign(most, { delimiter, count });
    }
    seen += 1;
    if (seen >= LOOKED_AT) break;
  }
  return most.delimiter;
}

async function* rowsOf(path: string): AsyncGenerator<TableRow> {
  // csv-parse: streams, is kept up monthly, and has no dependencies.
  const parser = parse({
    delimiter: await delimiterOf(path),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(decoded(path));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    let next = 1;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line: next, cells: record };
      next = info.lines + 1;
    }
  } finally {
    source.destroy();
  }
}

/** A table as comma-separated values, divided by whatever its first rows are divided by. */
export async function* readCsv(path: string): AsyncGenerator<StatementPart> {
  try {
    yield* readTable(rowsOf(path));
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error as unknown as { lines?: number };
      yield fault(lines ?? 1, 'ROW_UNREADABLE', 'Dòng không đúng định dạng CSV', 'The row is no valid CSV');
    } else throw error;
  }
}
