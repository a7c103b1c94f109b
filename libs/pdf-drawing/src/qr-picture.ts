import qrcode from 'qrcode-generator';

/** A text as a QR code (ISO/IEC 18004, a sixth of it may be damaged), as SVG of four pixels a module with a quiet zone of four. */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16, scalable: true });
}
