import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { columnName, type Cell, escapeXml, FORMATS, rowXml, STYLES } from './sheet-xml.js';

export interface LongTable {
  readonly title: string;
  /** Lines above the table. */
  readonly above: readonly string[];
  readonly columns: readonly {
    readonly heading: string;
    /** In characters. */
    readonly width: number;
  }[];
  readonly rows: AsyncIterable<readonly Cell[]>;
  /** By the legal clock. */
  readonly printedAt: Temporal.Instant;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;
const ROOT = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const PARTS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** Rows of XML that travel together: neither a call for each row nor a book in memory. */
const TOGETHER = 200;

/** Names of sheets have at most 31 characters, and not these. */
const sheetName = (title: string): string => title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31);

function workbook(title: string, headingRow: number): string {
  const name = escapeXml(sheetName(title));
  const repeated = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$${headingRow}:$${headingRow}</definedName></definedNames>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>${repeated}</workbook>`;
}

async function* worksheet({ title, above, columns, rows }: LongTable): AsyncGenerator<string> {
  const headingRow = above.length + 2;
  const last = columnName(columns.length - 1);
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;
  yield rowXml(1, [title], FORMATS.title);
  for (const [index, line] of above.entries()) yield rowXml(index + 2, [line], FORMATS.plain);
  yield rowXml(
    headingRow,
    columns.map(({ heading }) => heading),
    FORMATS.heading,
  );
  let number = headingRow;
  let ready: string[] = [];
  for await (const cells of rows) {
    ready.push(rowXml(++number, cells));
    if (ready.length < TOGETHER) continue;
    yield ready.join('');
    ready = [];
  }
  yield `${ready.join('')}</sheetData><autoFilter ref="A${headingRow}:${last}${number}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

/** A workbook of one sheet (Office Open XML), made while it is read: its length does not matter. */
export function printSheet(table: LongTable): Readable {
  const zip = new ZipFile();
  const mtime = new Date(table.printedAt.epochMilliseconds);
  const part = (path: string, text: string): void => zip.addBuffer(Buffer.from(text), path, { mtime });
  part('[Content_Types].xml', CONTENT_TYPES);
  part('_rels/.rels', ROOT);
  part('xl/workbook.xml', workbook(table.title, table.above.length + 2));
  part('xl/_rels/workbook.xml.rels', PARTS);
  part('xl/styles.xml', STYLES);
  const sheet = Readable.from(worksheet(table), { objectMode: false });
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  const output = zip.outputStream as Readable;
  // Whoever reads learns that a row could not be had; whoever stops reading lets go of the rows.
  zip.on('error', (error: Error) => output.destroy(error));
  sheet.on('error', (error) => output.destroy(error));
  output.once('close', () => sheet.destroy());
  return output;
}
