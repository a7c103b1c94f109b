import type PDFDocument from 'pdfkit';
import { registerFonts, type Style } from './fonts.js';

const MILLIMETRE = 72 / 25.4;
/** As Decree 30/2020 asks: 20 to 25 mm above and below, 30 to 35 left, where papers are bound, 15 to 20 right. */
export const MARGINS = {
  top: 20 * MILLIMETRE,
  bottom: 20 * MILLIMETRE,
  left: 30 * MILLIMETRE,
  right: 15 * MILLIMETRE,
};

export interface TextStyle {
  readonly style?: Style;
  /** In points. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
}

const heightOfLine = ({ size = 13 }: TextStyle): number => size * LEADING;

interface Place {
  readonly x: number;
  readonly width: number;
}

export const LEADING = 1.18;
/** Sums of heights are no whole numbers. */
const HAIR = 0.01;

/** A part of a form, which draws itself where the last one ended. */
export type Block = (paper: Paper) => void;

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** A document that is being drawn, and its structure for those who hear it. */
export class Paper {
  private parent: PDFKit.PDFStructureElement | undefined;
  /** Of what follows and has to stand on the same page as the end of what is drawn now, in points. */
  private following = 0;

  constructor(readonly document: InstanceType<typeof PDFDocument>) {
    registerFonts(document);
  }

  get left(): number {
    return this.document.page.margins.left;
  }

  get width(): number {
    return this.document.page.width - this.left - this.document.page.margins.right;
  }

  get bottom(): number {
    return this.document.page.height - this.document.page.margins.bottom;
  }

  get y(): number {
    return this.document.y;
  }

  set y(value: number) {
    this.document.y = value;
  }

  /** A part of the structure; what `draw` draws belongs to it or to parts of its own. */
  group(type: string, draw: () => void): void {
    const element = this.document.struct(type);
    if (this.parent) this.parent.add(element);
    else this.document.addStructure(element);
    const outer = this.parent;
    this.parent = element;
    draw();
    this.parent = outer;
    element.end();
  }

  /** What is read aloud as one thing; what `draw` draws is its content. */
  content(draw: () => void): void {
    this.parent?.add(draw);
  }

  /** How high a text is, in lines of that width. */
  heightOf(text: string, width: number, how: TextStyle): number {
    this.font(how);
    return this.lines(text, how.align === 'center' ? this.balanced(text, width) : width).length * heightOfLine(how);
  }

  /** A picture, and what it says to those who do not see it. */
  figure(alternative: string, draw: () => void): void {
    const element = this.document.struct('Figure', { alt: alternative });
    this.parent?.add(element);
    element.add(draw);
    element.end();
  }

  /** Rules and page numbers: seen, and no part of the text. */
  artifact(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  font({ style = 'normal', size = 13 }: TextStyle): void {
    this.document.font(style).fontSize(size);
  }

  /** What is left of this page for what is drawn now, where its end stands on it. */
  get roomForEnd(): number {
    return this.bottom - this.y - this.following;
  }

  /** Draws something whose end is not parted from what follows it, which is so high. */
  followedBy(height: number, draw: () => void): void {
    this.following = height;
    draw();
    this.following = 0;
  }

  /** Begins a new page where fewer points than that are left. */
  need(height: number): void {
    if (this.y + height > this.bottom) this.document.addPage();
  }

  /** Keeps a place on this page by a name. */
  keepPlace(name: string, x: number, y: number): void {
    this.document.addNamedDestination(name, 'XYZ', x, y, null as unknown as number);
  }

  /** One paragraph, which goes on over the page where it has to: never with one line of it alone on a page. */
  text(
    text: string,
    how: TextStyle & Partial<Place> & { readonly indent?: number; readonly type?: string } = {},
  ): void {
    const { align = 'left', x = this.left, width = this.width, indent = 0, type = 'P' } = how;
    const height = heightOfLine(how);
    this.group(type, () =>
      this.content(() => {
        this.font(how);
        const lines = this.lines(text, align === 'center' ? this.balanced(text, width) : width, indent);
        const breaks = this.breaksOf(lines.length, height);
        for (const [n, line] of lines.entries()) {
          if (breaks.has(n)) this.document.continueOnNewPage();
          const first = n === 0 ? indent : 0;
          const last = n === lines.length - 1;
          this.line(line, { x: x + first, width: width - first }, align === 'justify' && last ? 'left' : align);
          this.y += height;
        }
      }),
    );
  }

  /** One line at this height; the height stays. Blanks are drawn, also at its end, so that what is copied has words. */
  line(text: string, { x, width }: Place, align: TextStyle['align']): void {
    const { document } = this;
    const { y } = document;
    const free = width - document.widthOfString(text);
    const words = text.split(' ');
    const [pieces, gap] = align === 'justify' && words.length > 1 ? [words, free / (words.length - 1)] : [[text], 0];
    let at = x + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
    for (const piece of pieces) {
      document.text(`${piece} `, at, y, { lineBreak: false });
      at += document.widthOfString(`${piece} `) + gap;
    }
    document.y = y;
  }

  rule(x: number, length: number, y = this.y): void {
    this.artifact(() =>
      this.document
        .lineWidth(0.7)
        .moveTo(x, y)
        .lineTo(x + length, y)
        .stroke(),
    );
  }

  /** Before which of so many lines a page begins: two stay together at either side of it. */
  private breaksOf(count: number, height: number): ReadonlySet<number> {
    const breaks = new Set<number>();
    const page = this.bottom - this.document.page.margins.top;
    let [from, room] = [0, this.bottom - this.y];
    while ((count - from) * height > room - this.following + HAIR) {
      const some = Math.min(Math.floor((room + HAIR) / height), count - from - 2);
      if (some < 2 && room === page) break;
      from += some < 2 ? 0 : some;
      breaks.add(from);
      room = page;
    }
    return breaks;
  }

  /** The width in which a text takes no more lines, each about as long as the others: a heading ends with no word alone. */
  balanced(text: string, width: number): number {
    const count = this.lines(text, width).length;
    if (count === 1) return width;
    let [least, most] = [width / 2, width];
    while (most - least > 1) {
      const middle = (least + most) / 2;
      if (this.lines(text, middle).length > count) least = middle;
      else most = middle;
    }
    return most;
  }

  /** How a text is broken into lines of that width; a word that is longer than one is broken as well. */
  lines(text: string, width: number, indent = 0): string[] {
    return text
      .normalize('NFC')
      .split('\n')
      .flatMap((paragraph) => this.wrapped(paragraph, width, indent));
  }

  private wrapped(paragraph: string, width: number, indent: number): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/[\t ]+/).flatMap((each) => this.pieces(each, width - indent))) {
      const longer = line === '' ? word : `${line} ${word}`;
      const room = width - (lines.length === 0 ? indent : 0);
      if (line !== '' && this.document.widthOfString(longer) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  }

  private pieces(word: string, width: number): string[] {
    if (this.document.widthOfString(word) <= width) return [word];
    const pieces: string[] = [];
    let piece = '';
    for (const { segment } of graphemes.segment(word)) {
      if (piece !== '' && this.document.widthOfString(piece + segment) > width) {
        pieces.push(piece);
        piece = '';
      }
      piece += segment;
    }
    return [...pieces, piece];
  }
}
