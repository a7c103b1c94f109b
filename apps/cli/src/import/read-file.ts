import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import { readCsv } from './csv.js';
import { type PortalItem, portalItems } from './portal-items.js';

/** The procedures of one file; lines of JSONL are read one by one. @throws Error that names the line where it is no JSON */
export async function* readProcedures(file: string): AsyncGenerator<PortalItem> {
  if (/\.jsonl(\.gz)?$/i.test(file)) {
    yield* readLines(file);
    return;
  }
  const bytes = await readFile(file);
  const text = (/\.gz$/i.test(file) ? gunzipSync(bytes) : bytes).toString('utf8');
  yield* portalItems(/\.csv$/i.test(file) ? readCsv(text) : parse(text, file));
}

async function* readLines(file: string): AsyncGenerator<PortalItem> {
  const bytes = createReadStream(file);
  const input = /\.gz$/i.test(file) ? bytes.pipe(createGunzip()) : bytes;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') yield* portalItems(parse(line, `${file}, line ${number}`));
  }
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Error(`${where} is not JSON.`, { cause: error });
  }
}
