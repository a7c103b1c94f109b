import { unprintable } from '@motcua/kernel';
import { pdfText } from '@motcua/testing';
import PDFDocument from 'pdfkit';
import { inflateSync } from 'node:zlib';
import { FONTS } from './fonts.js';
import {
  closing,
  closingForSignature,
  ending,
  endOfText,
  formTitle,
  grid,
  labelled,
  nationalHeader,
  paragraph,
  printPdf,
  qrCode,
  sayAmount,
  sayDay,
  officeLines,
  sayMoment,
  sentence,
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
        grid(['STT', 'Giấy tờ'], [1, 9], [['1', 'Đơn đề nghị']]),
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
});

/** Letters that Vietnamese lacks. Ba Na, Gia Rai and Ê Đê share their script; the others add marks to it. */
const PEOPLES = {
  'Ba Na, Gia Rai, Ê Đê': 'ăâƀčđĕêê̆ĭñŏôô̆ơơ̆ŭưư̆',
  'Xơ Đăng': 'ăâb̆ĕêê̆ếềĭŏôô̆ốồơơ̆ớờŭưư̆ứừẽõũ',
  "H'rê": 'ăâđĕêê̆ĭŏôô̆ơơ̆ŭưư̆íìóòúùáàéèq',
  Co: 'ăâđêê̆ĭŏôô̆ơơ̆ŭưư̆áàâ̆ếềốồớờ',
  'signs of offices': '§ ° ² ³ ½ × ÷ ± ≤ ≥ № € ₫ “ ” ‘ ’ – — … • → ™ © ®',
};
const pdfStreams = (pdf: Buffer): string =>
  [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, body = '']) => Buffer.from(body, 'latin1'))
    .map((bytes) => (bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : ''))
    .join('\n');
const compact = (text: string): string => text.normalize('NFC').replaceAll(' ', '');
const formOf = (...content: Parameters<typeof printPdf>[0]['content']) =>
  printPdf({ title: 'Giấy', printedAt: at, content, footer: 'chân' });

describe('letters of the peoples of Vietnam', () => {
  it.each(Object.entries(PEOPLES))('misses no glyph of %s', async (_people, letters) => {
    const both = `${letters}${letters.toUpperCase()}`;
    const pdf = await formOf(
      paragraph(both),
      labelled('', both.normalize('NFD')),
      grid([both], [1], [[both]]),
      closing([both], { title: both, hint: both }),
    );
    // Regular, bold, italic; what has no glyph is copied as nothing.
    const text = compact(pdfText(pdf));
    expect(text.split(compact(both)).length).toBeGreaterThan(4);
    expect(text).not.toContain('\0');
  });

  it.each(Object.entries(FONTS))('sets the second mark above the first (%s)', (name, font) => {
    const document = new PDFDocument();
    document.registerFont(name, font).font(name);
    const { _font: drawn } = document as unknown as {
      _font: { encode(text: string): [string[], { xOffset: number; yOffset: number }[]] };
    };
    for (const letter of ['ê̆', 'ô̆', 'Ê̆']) {
      const [, [base, mark]] = drawn.encode(letter);
      expect([base!.yOffset, mark!.yOffset > 100, mark!.xOffset < 0]).toEqual([0, true, true]);
    }
  });
});

describe('a paper of the state', () => {
  const words = (pdf: Buffer): string => pdf.toString('latin1');

  it('is tagged, says its language and its title, and carries its letters', async () => {
    const pdf = words(await formOf(formTitle('Giấy'), paragraph('Kính gửi')));
    for (const part of [
      '/MarkInfo',
      '/Marked true',
      '/Lang (vi-VN)',
      '/StructTreeRoot',
      '/S /H1',
      '/DisplayDocTitle true',
      '/FontFile2',
    ])
      expect(pdf).toContain(part);
  });

  it('keeps the margins of Decree 30/2020: 20 mm above and below, 30 left, 15 right', async () => {
    const pdf = await formOf(labelled('x', 'y'));
    // The first line begins at 30 mm (85.04 points) from the left.
    expect(pdfStreams(pdf)).toMatch(/1 0 0 1 85\.03937 /);
  });

  it('breaks a word that is longer than a line, and goes on over the page in a cell that is higher than one', async () => {
    const pdf = await formOf(
      grid(['a', 'b'], [1, 1], [['W'.repeat(400), 'dài '.repeat(2_000)]]),
      labelled('Cuối', 'hết'),
    );
    expect(words(pdf).match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1);
    const text = compact(pdfText(pdf));
    expect(text.match(/W/g)).toHaveLength(400);
    expect(text.match(/dài/g)).toHaveLength(2_000);
  });

  const places = [{ title: 'Người nộp' }, { title: 'Người tiếp nhận' }];
  const long = Array.from({ length: 40 }, (_, n) => `từ${n}`).join(' ');
  it.each([
    ['a code', qrCode('https://example.vn/H48', 'Cuối cùng'), signatures(places), 36, 'Cuối cùng'],
    ['a letter', paragraph('Cuối cùng'), closing(['Lưu: VT.'], { title: 'Giám đốc' }), 36, 'Cuối cùng'],
    ['a long paragraph', paragraph(long), closing(['Lưu: VT.'], { title: 'Phó Giám đốc' }), 31, 'từ39'],
    ['a table', grid(['STT'], [1], [['một'], ['Cuối cùng']]), signatures(places), 36, 'Cuối cùng'],
    ['a result', paragraph('Cuối cùng'), closingForSignature(['Lưu: VT.']), 36, 'Cuối cùng'],
  ])('has no page of signatures alone: the end of %s goes with them', async (_what, last, end, count, words_) => {
    // So many lines leave room for what is said last, and none for the signatures below it.
    const lines = Array.from({ length: count }, () => paragraph('Một dòng'));
    const pdf = await formOf(...lines, ending(last, end));
    expect(words(pdf).match(/\/Type \/Page\b/g)).toHaveLength(2);
    const [, second = ''] = pdfText(pdf).split('chân');
    expect(second.indexOf(words_)).toBeGreaterThanOrEqual(0);
  });

  it('leaves no line of a paragraph alone on a page', async () => {
    const lines = Array.from({ length: 38 }, () => paragraph('Một dòng'));
    const pdf = await formOf(...lines, labelled('Bằng chữ', long));
    const [first = '', second = ''] = pdfText(pdf).split('chân');
    expect([first.includes('Bằng'), second.includes('Bằng')]).toEqual([false, true]);
  });

  it('breaks no word of a column that has room elsewhere', async () => {
    const row = ['1', 'H48.12-260907-0001', 'Cấp Giấy chứng nhận', '115.000 đồng'];
    const text = pdfText(await formOf(grid(['STT', 'Mã hồ sơ', 'Thủ tục', 'Thu'], [1, 3, 8, 3], [row])));
    for (const whole of ['STT', 'H48.12-260907-0001']) expect(text).toContain(whole);
  });

  it('names the head for whom a deputy signs (KT.), above the own office', () => {
    expect(officeLines('Phó Giám đốc')).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
    expect(officeLines('Phó Chủ tịch')).toEqual(['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
    expect(officeLines('Giám đốc')).toEqual(['GIÁM ĐỐC']);
    expect(officeLines('Phó')).toEqual(['PHÓ']);
  });

  it('ends its last paragraph as Decree 30/2020 asks', () => {
    expect(endOfText(['Một.', 'Hai.'])).toEqual(['Một.', 'Hai./.']);
    expect([['Xong'], ['Xong./.'], ['Xong. '], ['v.v...']].map((one) => endOfText(one)[0])).toEqual([
      'Xong./.',
      'Xong./.',
      'Xong./.',
      'v.v..../.',
    ]);
  });

  it('ends the sentence that an officer began', () => {
    expect(['Thiếu chữ ký', 'Thiếu chữ ký. ', 'Còn hạn không?'].map(sentence)).toEqual([
      'Thiếu chữ ký.',
      'Thiếu chữ ký.',
      'Còn hạn không?',
    ]);
  });

  it('numbers its pages from the second one on', async () => {
    const pdf = await formOf(...Array.from({ length: 90 }, () => paragraph('Một dòng')));
    expect(words(pdf).match(/\/Type \/Page\b/g)).toHaveLength(3);
    const text = pdfText(pdf).replaceAll('Một dòng', '').replaceAll('chân', '').trim();
    expect(text.split(/\s+/)).toEqual(['2', '3']);
  });

  it('is the same bytes for the same content', async () => {
    const print = () =>
      formOf(
        formTitle('Giấy'),
        qrCode('https://example.vn/H48', 'Quét mã'),
        closing(['Lưu: VT.'], { title: 'Giám đốc' }),
      );
    expect((await print()).equals(await print())).toBe(true);
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

describe('what may be entered', () => {
  it.each(Object.entries(FONTS))('is what every typeface has a glyph for (%s)', (name, font) => {
    const document = new PDFDocument();
    document.registerFont(name, font).font(name);
    const { _font: drawn } = document as unknown as {
      _font: { font: { hasGlyphForCodePoint(point: number): boolean } };
    };
    const points = Array.from({ length: 0x10000 }, (_, point) => point).filter((point) => point >= 0x20);
    const missing = points.filter(
      (point) => unprintable(String.fromCodePoint(point)) === undefined && !drawn.font.hasGlyphForCodePoint(point),
    );
    expect(missing.map((point) => point.toString(16))).toEqual([]);
  });
});
