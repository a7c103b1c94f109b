import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

const require = createRequire(import.meta.url);
const GPOS = Buffer.from('GPOS');
const HEADER = 12;
const ENTRY = 16;

/**
 * Hides the table with which a font says how glyphs are placed. That of Tinos kerns, places no combining mark, and keeps
 * the layout engine from placing them itself: the breve of `ê̆` and `ơ̆` would be drawn over the letter. Kerning stays, by
 * the table `kern`.
 */
function placingMarksByShape(font: Buffer): Buffer {
  for (let n = 0; n < font.readUInt16BE(4); n++) {
    const at = HEADER + n * ENTRY;
    if (font.subarray(at, at + 4).equals(GPOS)) font.write('xpos', at, 'latin1');
  }
  return font;
}

const font = (name: string): Buffer =>
  placingMarksByShape(readFileSync(require.resolve(`@expo-google-fonts/tinos/${name}.ttf`)));

/**
 * The typeface of all papers: Tinos, whose letters have the widths of Times New Roman's, and which has every letter of
 * the peoples of Vietnam. Read once; this package alone has its files whole.
 */
export const FONTS = {
  normal: font('400Regular/Tinos_400Regular'),
  bold: font('700Bold/Tinos_700Bold'),
  italics: font('400Regular_Italic/Tinos_400Regular_Italic'),
  boldItalics: font('700Bold_Italic/Tinos_700Bold_Italic'),
} as const;
export type Style = keyof typeof FONTS;

const parsed = new Map<Style, object>();

/**
 * A typeface whose tables are read already: once, for all papers, since each of them would take longer over that than
 * over its text. A paper's glyphs are its own: fontkit remembers with each the letters that asked for it first, and one
 * that was first met as a part of another (the `y` of `ỳ`) would be without its letter in all later papers.
 */
function fontOf(style: Style): PDFKit.Mixins.PDFFontSource {
  const tables = parsed.get(style) ?? create(FONTS[style]);
  parsed.set(style, tables);
  // pdfkit takes what fontkit has read, too; its types do not say so.
  return Object.assign(Object.create(tables) as object, { _glyphs: {} }) as unknown as PDFKit.Mixins.PDFFontSource;
}

/** Lets a document name the typefaces by their style. Those that it does not use are not read. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const style of Object.keys(FONTS) as Style[]) document.registerFont(style, fontOf(style));
}

/** For a document's `font`: without it pdfkit reads the widths of Helvetica first, which no paper of ours has. */
export const NO_FONT = '';
