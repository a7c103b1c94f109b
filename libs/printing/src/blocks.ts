import type { Content } from 'pdfmake';

type Width = number | '*' | 'auto' | `${number}%`;

/** The form's name in capitals, and a smaller line below it. */
export const formTitle = (title: string, below?: string): Content => ({
  stack: [
    { text: title.toUpperCase(), bold: true, fontSize: 14, alignment: 'center' },
    ...(below === undefined
      ? []
      : [{ text: below, alignment: 'center' as const, margin: [0, 2, 0, 0] as [number, number, number, number] }]),
  ],
  margin: [0, 4, 0, 8],
});

/** `Tiếp nhận hồ sơ của: Nguyễn Thị Mẫu`; a dotted blank where there is nothing to say. */
export const labelled = (label: string, value: string | null | undefined): Content => ({
  text: [`${label}: `, { text: value?.trim() ? value : '....................', bold: Boolean(value?.trim()) }],
  margin: [0, 1, 0, 1.5],
});

export const paragraph = (text: string): Content => ({ text, margin: [0, 2, 0, 2], alignment: 'justify' });

/** A ruled table; its head is repeated on every page. Cells are text. */
export const grid = (
  headings: readonly string[],
  widths: readonly Width[],
  rows: readonly (readonly string[])[],
): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: [...widths],
    body: [
      headings.map((text) => ({ text, bold: true, alignment: 'center' as const, fontSize: 10 })),
      ...rows.map((cells) => cells.map((text) => ({ text, fontSize: 10 }))),
    ],
  },
  margin: [0, 3, 0, 5],
});

export interface Signature {
  readonly title: string;
  readonly name?: string | null;
  /** What is said below the title, in brackets. */
  readonly hint?: string;
}

/** Places to sign, side by side, never torn apart by a page. */
export const signatures = (places: readonly Signature[]): Content => ({
  columns: places.map(({ title, name, hint = 'Ký và ghi rõ họ tên' }) => ({
    width: '*',
    stack: [
      { text: title.toUpperCase(), bold: true, alignment: 'center' as const },
      { text: `(${hint})`, italics: true, fontSize: 9, alignment: 'center' as const },
      {
        text: name ?? '',
        bold: true,
        alignment: 'center' as const,
        margin: [0, 40, 0, 0] as [number, number, number, number],
      },
    ],
  })),
  margin: [0, 12, 0, 0],
  unbreakable: true,
});
