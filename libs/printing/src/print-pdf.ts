import pdfmake from 'pdfmake';
import type { Content } from 'pdfmake';
import { fontFiles } from './fonts.js';

export type { Content } from 'pdfmake';

interface PrintedForm {
  /** Title of the document, shown by readers in their window. */
  readonly title: string;
  /** By the legal clock: what the file says about when it was made. */
  readonly printedAt: Temporal.Instant;
  readonly content: readonly Content[];
  /** A small line at the foot of each page, before the page number. */
  readonly footer?: string;
  readonly landscape?: boolean;
}

interface Access {
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
}

const MILLIMETRE = 72 / 25.4;
const files = new Set(Object.values(fontFiles));

pdfmake.addFonts({ Roboto: fontFiles });
// What applicants write ends up in forms: no content may make the printer fetch an address or read a file.
(pdfmake as unknown as Access).setUrlAccessPolicy(() => false);
(pdfmake as unknown as Access).setLocalAccessPolicy((path) => files.has(path));

/** Prints a form. The same input gives the same pages. */
export async function printPdf({
  title,
  printedAt,
  content,
  footer = '',
  landscape = false,
}: PrintedForm): Promise<Buffer> {
  const made = new Date(printedAt.epochMilliseconds);
  const document = pdfmake.createPdf({
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    // Left edge wide enough to be bound, as office rules ask.
    pageMargins: [28 * MILLIMETRE, 15 * MILLIMETRE, 16 * MILLIMETRE, 15 * MILLIMETRE],
    language: 'vi-VN',
    info: { title, creator: 'motcua', producer: 'motcua', creationDate: made, modDate: made },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.1 },
    content: [...content],
    footer: (page: number, pages: number) => ({
      columns: [
        { text: footer, fontSize: 8, color: '#555555' },
        { text: pages > 1 ? `${page}/${pages}` : '', fontSize: 8, color: '#555555', alignment: 'right', width: 40 },
      ],
      margin: [28 * MILLIMETRE, 10, 16 * MILLIMETRE, 0],
    }),
  });
  return document.getBuffer();
}
