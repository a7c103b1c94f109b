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

/** The fonts of a page or form by the names that its own resources give them: each has an `F1` of its own. */
function fontsOf(objects: ReadonlyMap<number, PdfObject>, owner: PdfObject): Map<string, Map<number, string>> {
  const parts = [owner.head];
  for (let at = 0; at < parts.length; at++)
    for (const [, id = ''] of (parts[at] ?? '').matchAll(/\/(?:Resources|Font) (\d+) 0 R/g))
      parts.push(objects.get(Number(id))?.head ?? '');
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', id = ''] of parts.join('\n').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1];
    if (cmap !== undefined) fonts.set(name, glyphsOf(objects.get(Number(cmap))?.stream ?? ''));
  }
  return fonts;
}

/** The page that shows a stream; a form is its own. */
const ownerOf = (objects: ReadonlyMap<number, PdfObject>, id: number, own: PdfObject): PdfObject =>
  /\/Subtype \/Form/.test(own.head)
    ? own
    : ([...objects.values()].find(({ head }) => new RegExp(`/Contents (?:\\[[^\\]]*)?\\b${id} 0 R`).test(head)) ?? own);

/** The text that a reader would copy out of a PDF made by `@motcua/pdf-drawing`, words separated by single blanks. */
export function pdfText(pdf: Uint8Array): string {
  const objects = objectsOf(Buffer.from(pdf));
  const words: string[] = [];
  for (const [id, object] of objects) {
    if (!/\] TJ/.test(object.stream)) continue;
    const fonts = fontsOf(objects, ownerOf(objects, id, object));
    let glyphs = new Map<number, string>();
    for (const [, font, text] of object.stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
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
