import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { pdfText } from '@motcua/testing';
import { type Cell, printLongTable, printSheet } from './index.js';

const at = Temporal.Instant.from('2026-11-25T08:10:00+07:00');
const LETTERS = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';
const columns = [
  { heading: 'STT', width: 6 },
  { heading: 'Tên cá nhân, tổ chức', width: 40 },
  { heading: 'Nhận hồ sơ', width: 18 },
];

async function* rowsOf(count: number, name = 'Nguyễn Thị Mẫu', fails = false): AsyncGenerator<Cell[]> {
  for (let n = 1; n <= count; n++) yield await Promise.resolve([n, name, n % 2 === 0 ? null : at]);
  if (fails) throw new Error('the database is away');
}

const table = (rows: AsyncIterable<readonly Cell[]>) => ({
  ...{ title: 'Sổ theo dõi hồ sơ', above: ['Từ ngày 01/11/2026'], columns, rows, printedAt: at },
  ...{ issuer: { superior: 'UBND tỉnh Quảng Ngãi', agency: 'Sở Y tế' }, footer: 'Mẫu số 07' },
});

/** The parts of a ZIP file, by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('504b0506', 'hex'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, name, extra, comment] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((o) => zip.readUInt16LE(at + o)),
    ] as [number, number, number, number];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    parts.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      inflateRawSync(zip.subarray(start, start + size)).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

describe('a long table', () => {
  it('is a workbook with a title, headings, and rows whose times are the wall times in Vietnam', async () => {
    const parts = unzip(await buffer(printSheet(table(rowsOf(3, `${LETTERS} <&> "=1+1"`)))));
    expect([...parts.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml']),
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('Sổ theo dõi hồ sơ');
    expect(sheet).toContain(`${LETTERS} &lt;&amp;&gt; &quot;=1+1&quot;`);
    // 25 November 2026, 08:10, as spreadsheets count.
    expect(sheet).toContain(`<v>${46351 + 490 / 1440}</v>`);
    expect(sheet.match(/<row /g)).toHaveLength(6);
    expect(parts.get('xl/workbook.xml')).toContain("'Sổ theo dõi hồ sơ'!$3:$3");
  });

  it('leaves out what XML cannot carry, whoever wrote it', async () => {
    const parts = unzip(await buffer(printSheet(table(rowsOf(1, 'a\u0000b\u001b\ud800c')))));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('a b \ufffdc');
  });

  it('is a PDF with the national header, and its headings on every page', async () => {
    const pdf = await buffer(printLongTable(table(rowsOf(120, LETTERS))));
    const text = pdfText(pdf).replaceAll(' ', '');
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'SỔ THEO DÕI HỒ SƠ',
      'SỞ Y TẾ',
      LETTERS,
      '08:10 25/11/2026',
    ])
      expect(text).toContain(words.replaceAll(' ', ''));
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;
    expect(pages).toBeGreaterThan(2);
    expect(text.split('Têncánhân,tổchức')).toHaveLength(pages + 1);
  });

  it.each([printSheet, printLongTable] as const)('tells its reader that a row could not be had (%p)', async (print) => {
    await expect(buffer(print(table(rowsOf(5, 'x', true))))).rejects.toThrow('the database is away');
  });

  it.each([printSheet, printLongTable] as const)('takes rows only as fast as they are read (%p)', async (print) => {
    let taken = 0;
    const rows = (async function* () {
      for await (const row of rowsOf(50_000)) {
        taken++;
        yield row;
      }
    })();
    const stream = print(table(rows));
    await new Promise((resolve) => stream.once('readable', resolve));
    for (let turns = 0; turns < 50; turns++) await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThan(20_000);
    stream.destroy();
  });
});
