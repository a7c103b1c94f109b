/**
 * Printed forms as PDF: A4, laid out as Decree 30/2020 asks, in a typeface with the widths of Times New Roman and the
 * letters of all peoples of Vietnam; tagged for those who hear a paper. A service describes a form with the parts given
 * here, and prints it:
 *
 *     const pdf = await printPdf({
 *       title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
 *       printedAt: clock.now(),
 *       content: [
 *         nationalHeader({ superior: 'UBND TỈNH QUẢNG NGÃI', agency: 'Sở Nông nghiệp và Môi trường', number: 'H48.12-261124-0001', place: 'Quảng Ngãi', at }),
 *         formTitle('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Mã hồ sơ: H48.12-261124-0001'),
 *         labelled('Tiếp nhận hồ sơ của', 'Nguyễn Thị Mẫu'),
 *         grid(['STT', 'Tên giấy tờ'], [1, 9], [['1', 'Đơn đề nghị']]),
 *         signatures([{ title: 'Người nộp hồ sơ' }, { title: 'Người tiếp nhận', name: 'Nguyễn Văn Mẫu' }]),
 *       ],
 *     });
 *
 * Times are printed in Vietnam's zone (`sayMoment`, `sayDay`), amounts with `sayAmount`. Nothing is fetched and no file is read while
 * printing.
 */
export * from './amount-in-words.js';
export * from './blocks.js';
export type { Block } from './paper.js';
export { printSignature, printSignedBlock, spokenSignature, type VisibleSignature } from './print-signature.js';
export { joinPdfs } from './join-pdfs.js';
export { qrCode } from './qr-code.js';
export { qrPicture } from './qr-picture.js';
export * from './national-header.js';
export { printLongTable, type PrintedTable } from './print-long-table.js';
export * from './print-pdf.js';
export { type LongTable, printSheet } from './print-sheet.js';
export type { Cell } from './sheet-xml.js';
export * from './wording.js';
