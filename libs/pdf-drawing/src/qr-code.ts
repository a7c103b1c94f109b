import qrcode from 'qrcode-generator';
import type { Block } from './paper.js';

/** In points: 19 mm, which a telephone reads from a hand's distance. */
const SIDE = 54;

/** An address as a QR code (ISO/IEC 18004, a quarter of it may be damaged), with what it is for beside it. */
export const qrCode =
  (address: string, caption: string): Block =>
  (paper) => {
    const code = qrcode(0, 'Q');
    code.addData(address);
    code.make();
    const count = code.getModuleCount();
    const module = SIDE / count;
    if (SIDE + 8 > paper.roomForEnd) paper.document.addPage();
    const top = paper.y + 2;
    paper.figure(caption, () => {
      const { document } = paper;
      for (let row = 0; row < count; row++)
        for (let column = 0; column < count; column++)
          if (code.isDark(row, column)) document.rect(paper.left + column * module, top + row * module, module, module);
      document.fill('black');
    });
    paper.y = top + SIDE / 2 - 14;
    const x = paper.left + SIDE + 12;
    paper.text(caption, { x, width: paper.width - SIDE - 12, size: 11 });
    paper.text(address, { x, width: paper.width - SIDE - 12, size: 11 });
    paper.y = top + SIDE + 2;
  };
