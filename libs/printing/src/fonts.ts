import { createRequire } from 'node:module';

const { Roboto } = createRequire(import.meta.url)('pdfmake/fonts/Roboto.js') as {
  readonly Roboto: Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>;
};

/** The font of all papers, in a file for each style: every Vietnamese letter is in it. */
export const fontFiles = Roboto;
