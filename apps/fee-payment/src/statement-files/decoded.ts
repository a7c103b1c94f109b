import { createReadStream } from 'node:fs';

/** What a file holds is no text that can be read. */
export class UnreadableText extends Error {}

const UTF_16 = [0xff, 0xfe];

/**
 * The text of a file, in pieces: UTF-8, or UTF-16 where its first two bytes say so, as spreadsheets save it.
 * @throws UnreadableText where it is neither
 */
export async function* decoded(path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of createReadStream(path)) {
    const bytes = piece as Buffer;
    decoder ??= new TextDecoder(UTF_16.every((byte, at) => bytes[at] === byte) ? 'utf-16le' : 'utf-8', { fatal: true });
    yield textOf(() => decoder!.decode(bytes, { stream: true }));
  }
  yield textOf(() => decoder?.decode() ?? '');
}

function textOf(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new UnreadableText('not UTF-8');
  }
}

/** Longer ones are no lines of a statement. */
const LONGEST_LINE = 64 * 1024;

/** The lines of a text that comes in pieces. @throws UnreadableText where one never ends */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new UnreadableText('a line never ends');
    yield* lines;
  }
  if (rest !== '') yield rest;
}
