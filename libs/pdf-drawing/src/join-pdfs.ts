import { PDFDocument } from '@cantoo/pdf-lib';

interface Joining {
  readonly title: string;
  /** Both sides of a sheet are printed: each form begins on a sheet of its own, so that nobody gets another's on the back. */
  readonly twoSided: boolean;
}

/** Printed forms as one document for the printer, their pages as they are. The tags for who hears a paper stay in each form's own. */
export async function joinPdfs(forms: readonly Buffer[], { title, twoSided }: Joining): Promise<Buffer> {
  const joined = await PDFDocument.create();
  joined.setTitle(title);
  joined.setLanguage('vi-VN');
  for (const form of forms) {
    const one = await PDFDocument.load(form, { updateMetadata: false });
    const pages = await joined.copyPages(one, one.getPageIndices());
    pages.forEach((page) => joined.addPage(page));
    const [first] = pages;
    if (twoSided && first && pages.length % 2 === 1) joined.addPage([first.getWidth(), first.getHeight()]);
  }
  return Buffer.from(await joined.save({ useObjectStreams: false }));
}
