import { PDFDocument } from '@cantoo/pdf-lib';
import { pdfText } from '@motcua/testing';
import { joinPdfs, paragraph, printPdf } from './index.js';

const at = Temporal.Instant.from('2026-11-25T08:10:00+07:00');
const form = (...words: string[]): Promise<Buffer> =>
  printPdf({ title: 'Giấy', printedAt: at, content: words.map((word) => paragraph(word)) });
const pagesOf = async (pdf: Buffer): Promise<number> => (await PDFDocument.load(pdf)).getPageCount();

describe('forms that are printed together', () => {
  it('follow one another in their order, page by page', async () => {
    const joined = await joinPdfs([await form('Giấy thứ nhất'), await form('Giấy thứ hai')], {
      title: 'Hai giấy',
      twoSided: false,
    });
    expect(pdfText(joined)).toMatch(/Giấy thứ nhất.*Giấy thứ hai/);
    expect(await pagesOf(joined)).toBe(2);
  });

  it('begin each on a sheet of its own where both sides are printed', async () => {
    const long = await form(...Array.from({ length: 60 }, (_, n) => `Dòng ${n}`));
    expect(await pagesOf(long)).toBe(2);
    const joined = await joinPdfs([await form('Một trang'), long, await form('Một trang')], {
      title: 'Ba giấy',
      twoSided: true,
    });
    expect(await pagesOf(joined)).toBe(6);
  });
});
