/** The records of a CSV text (RFC 4180: quoted fields may hold commas, quotes and line breaks) by the names of its first line. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const fields = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let match = fields.exec(text); match; match = fields.exec(text)) {
    const [whole, quoted, bare = '', end] = match;
    if (whole === '' && row.length === 0) break;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}
