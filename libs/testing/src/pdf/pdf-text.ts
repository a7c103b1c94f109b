import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(OBJECT)) {
    const [head = '', ...rest] = body.split('\nstream\n');
    const bytes = Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1');
    const stream = bytes.length === 0 || !head.includes('FlateDecode') ? bytes : inflateSync(bytes);
    objects.set(Number(id), { head, stream: stream.toString('latin1') });
  }
  return objects;
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Which text each glyph stands for. */
function glyphsOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) =>
      glyphs.set(parseInt(first, 16) + index, fromHex(hex.replaceAll(' ', ''))),
    );
  }
  return glyphs;
}

/** The text that a reader would copy out of a PDF made by `@motcua/pdf-drawing`, words separated by single blanks. */
export function pdfText(pdf: Uint8Array): string {
  const objects = objectsOf(Buffer.from(pdf));
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1];
      if (cmap !== undefined) fonts.set(name, glyphsOf(objects.get(Number(cmap))?.stream ?? ''));
    }
  }
  const words: string[] = [];
  for (const { stream } of objects.values()) {
    let glyphs = new Map<number, string>();
    for (const [, font, text] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? new Map<number, string>();
      else
        words.push(
          [...(text ?? '').matchAll(/<([0-9a-f]+)>/gi)]
            .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
            .map((glyph) => glyphs.get(parseInt(glyph, 16)) ?? '?')
            .join(''),
        );
    }
  }
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}
