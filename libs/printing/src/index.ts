/**
 * Printed forms as PDF: A4, Roboto with every Vietnamese letter, laid out as Vietnamese offices do. A service describes a
 * form with pdfmake's plain content objects and the parts given here, and prints it:
 *
 *     const pdf = await printPdf({
 *       title: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
 *       printedAt: clock.now(),
 *       content: [
 *         nationalHeader({ superior: 'UBND TỈNH QUẢNG NGÃI', agency: 'Sở Nông nghiệp và Môi trường', number: 'H48.12-261124-0001', place: 'Quảng Ngãi', at }),
 *         formTitle('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Mã hồ sơ: H48.12-261124-0001'),
 *         labelled('Tiếp nhận hồ sơ của', 'Nguyễn Thị Mẫu'),
 *         grid(['STT', 'Tên giấy tờ'], [30, '*'], [['1', 'Đơn đề nghị']]),
 *         signatures([{ title: 'Người nộp hồ sơ' }, { title: 'Người tiếp nhận', name: 'Nguyễn Văn Mẫu' }]),
 *       ],
 *     });
 *
 * Times are printed in Vietnam's zone (`sayMoment`, `sayDay`), amounts with `sayAmount`. Nothing is fetched and no file
 * but the fonts is read while printing.
 */
export * from './blocks.js';
export * from './national-header.js';
export { printLongTable, type PrintedTable } from './print-long-table.js';
export * from './print-pdf.js';
export { type LongTable, printSheet } from './print-sheet.js';
export type { Cell } from './sheet-xml.js';
export * from './wording.js';
