import { pdfText } from '@motcua/testing';
import {
  formTitle,
  grid,
  labelled,
  nationalHeader,
  printPdf,
  sayAmount,
  sayDay,
  sayMoment,
  shortMoment,
  signatures,
} from './index.js';

const at = Temporal.Instant.from('2026-11-25T08:10:00+07:00');
const LETTERS = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';

describe('a printed form', () => {
  it('shows the national header, the agency, the title and every Vietnamese letter', async () => {
    const pdf = await printPdf({
      title: 'Giấy tiếp nhận',
      printedAt: at,
      content: [
        nationalHeader({
          superior: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
          agency: 'Sở Nông nghiệp và Môi trường',
          number: 'H48.12-261125-0001',
          place: 'Quảng Ngãi',
          at,
        }),
        formTitle('Giấy tiếp nhận hồ sơ', 'Mã hồ sơ'),
        labelled('Chữ thường', LETTERS),
        labelled('Chữ hoa', LETTERS.toUpperCase()),
        labelled('Số điện thoại', null),
        grid(['STT', 'Giấy tờ'], [30, '*'], [['1', 'Đơn đề nghị']]),
        signatures([{ title: 'Người nộp' }, { title: 'Người tiếp nhận', name: 'Nguyễn Văn Mẫu' }]),
      ],
    });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = pdfText(pdf);
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Quảng Ngãi, ngày 25 tháng 11 năm 2026',
      'ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI',
      'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      'Số: H48.12-261125-0001',
      'GIẤY TIẾP NHẬN HỒ SƠ',
      LETTERS,
      LETTERS.toUpperCase(),
      '....................',
      'Đơn đề nghị',
      'NGƯỜI TIẾP NHẬN',
      'Nguyễn Văn Mẫu',
    ]) {
      expect(text.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
    }
  });

  it('never reads a file or an address that its content names', async () => {
    await expect(printPdf({ title: 'x', printedAt: at, content: [{ image: '/etc/passwd' }] })).rejects.toThrow();
    await expect(
      printPdf({ title: 'x', printedAt: at, content: [{ image: 'http://127.0.0.1:9/a.png' }] }),
    ).rejects.toThrow();
  });
});

describe('wording of printed forms', () => {
  it.each([
    ['2026-11-25T08:10:00+07:00', 'ngày 25 tháng 11 năm 2026', '08 giờ 10 phút, ngày 25 tháng 11 năm 2026'],
    ['2026-02-05T17:00:00Z', 'ngày 06 tháng 02 năm 2026', '00 giờ 00 phút, ngày 06 tháng 02 năm 2026'],
    ['2026-03-09T06:05:00+07:00', 'ngày 09 tháng 3 năm 2026', '06 giờ 05 phút, ngày 09 tháng 3 năm 2026'],
  ])('%s in Vietnam is %s', (text, day, moment) => {
    const instant = Temporal.Instant.from(text);
    expect([sayDay(instant), sayMoment(instant)]).toEqual([day, moment]);
  });

  it('writes amounts and table times as receipts do', () => {
    expect([0, 500, 115_000, 12_345_678].map(sayAmount)).toEqual([
      '0 đồng',
      '500 đồng',
      '115.000 đồng',
      '12.345.678 đồng',
    ]);
    expect(shortMoment(at)).toBe('08:10 25/11/2026');
  });
});
