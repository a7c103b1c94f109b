import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { readAmount } from './read-amount.js';
import { readDay } from './read-day.js';
import { readStatement } from './read-statement.js';
import type { StatementFormat, StatementPart } from './statement-file.js';

const REFERENCE = 'H4826112400000017';

describe('a statement', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'statement-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const read = async (format: StatementFormat, content: string | Buffer): Promise<StatementPart[]> => {
    const path = join(folder, 'statement');
    await writeFile(path, content);
    const parts: StatementPart[] = [];
    for await (const part of readStatement(path, format)) parts.push(part);
    return parts;
  };
  /** Line, way, reference, number and amount of each; or what is wrong with it. */
  const told = async (format: StatementFormat, content: string | Buffer): Promise<unknown[]> =>
    (await read(format, content)).flatMap((part): unknown[] => {
      if (part.is === 'fault') return [[part.line, part.code]];
      if (part.is === 'header') return [];
      return [[part.line, part.direction, part.reference, part.transaction, part.amount]];
    });

  it("of the platform is a table whose columns are known by their Vietnamese or the platform's own names", async () => {
    const table = `\ufeffMã tham chiếu,Mã giao dịch,Số tiền,Ngày giao dịch,Loại giao dịch\r\n${REFERENCE},GD1,"115.000",24/11/2026 09:10,Thanh toán\r\n\r\n${REFERENCE},GD2,"15.000 đ",24/11/2026,Hoàn tiền\r\nTổng cộng,,130.000,,\r\n`;
    expect(await told('csv', table)).toEqual([
      [2, 'in', REFERENCE, 'GD1', 115_000],
      [4, 'out', REFERENCE, 'GD2', 15_000],
    ]);
    expect(
      await told('csv', `MaThamChieu;MaGiaoDich;SoTien;ThoiGianGD\n${REFERENCE};GD1;115000;20261124091000\n`),
    ).toEqual([[2, 'in', REFERENCE, 'GD1', 115_000]]);
  });

  it('of a bank has lines above its table, credits and debits, and the reference within the words of the payer', async () => {
    const table = [
      'SAO KÊ TÀI KHOẢN;;;;',
      'Số tài khoản: 3511.0.1234567;;;;',
      'Ngày;Số chứng từ;Diễn giải;Ghi nợ;Ghi có',
      `24/11/2026;FT26334000777;"NGUYEN VAN MAU CK; ${REFERENCE.toLowerCase()} PHI";;230.000,00`,
      '24/11/2026;FT26334000778;TRA LAI TIEN;12,500.00;',
      'Cộng phát sinh;;;12.500;230.000',
    ].join('\n');
    expect(await told('csv', table)).toEqual([
      [4, 'in', REFERENCE, 'FT26334000777', 230_000],
      [5, 'out', '', 'FT26334000778', 12_500],
    ]);
  });

  it('has a payer called Tổng công ty among its payers, and no line that says nothing is passed over as a sum', async () => {
    const table = [
      'Nội dung,Mã giao dịch,Ghi có',
      `Tổng công ty Điện lực nộp ${REFERENCE},FT1,115000`,
      'Cộng hòa nộp phí,FT2,5000',
      'Tổng cộng,,120000',
    ].join('\n');
    expect(await told('csv', table)).toEqual([
      [2, 'in', REFERENCE, 'FT1', 115_000],
      [3, 'in', '', 'FT2', 5_000],
    ]);
    expect(await told('csv', `Mã giao dịch,Ghi có\nFT1,5\nTổng cộng,5\n`)).toEqual([[2, 'in', '', 'FT1', 5]]);
  });

  it('is divided by what divides its header, whatever the lines above it say', async () => {
    const table = [
      'Ngân hàng A, chi nhánh B, tổ 1, đường C, phường D, tỉnh E',
      '"Ngày";"Số chứng từ";"Ghi có"',
      '24/11/2026;FT1;115.000,00',
    ].join('\n');
    expect(await told('csv', table)).toEqual([[3, 'in', '', 'FT1', 115_000]]);
  });

  it('names every line that it cannot read by its number and why', async () => {
    const table =
      'reference,transaction,amount,date\nR1,T1,12.5,\n,,100,\nR2,T2,100,hôm qua\nR3,T3,,\nR4,T4,7,2026-11-24\n';
    expect(await told('csv', table)).toEqual([
      [2, 'AMOUNT_UNREADABLE'],
      [3, 'NUMBER_MISSING'],
      [4, 'DAY_UNREADABLE'],
      [5, 'AMOUNT_MISSING'],
      [6, 'in', 'R4', 'T4', 7],
    ]);
  });

  it('that is no table, no text, or whose quotation mark never closes is told so, and not read as empty', async () => {
    expect(await told('csv', 'Đây là thư.\nKhông có bảng.\n')).toEqual([[2, 'HEADER_MISSING']]);
    expect(await told('csv', '')).toEqual([[1, 'HEADER_MISSING']]);
    expect(await told('csv', Buffer.from([0x41, 0xff, 0xfe, 0x42]))).toEqual([[1, 'TEXT_UNREADABLE']]);
    const unclosed = `reference,transaction,amount\nR1,"T1,100\n${'R2,T2,100\n'.repeat(20)}`;
    expect((await read('csv', unclosed)).map(({ is }) => is)).toEqual(['fault']);
  });

  it('of any length is read a piece at a time: a reader that stops has read no more', async () => {
    const path = join(folder, 'long');
    await writeFile(path, `reference,transaction,amount\n${'R1,T1,100\n'.repeat(400_000)}`);
    const before = process.memoryUsage().rss;
    let lines = 0;
    for await (const part of readStatement(path, 'csv')) if (part.is === 'line') lines += 1;
    expect(lines).toBe(400_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('that a spreadsheet saved as UTF-16 is read', async () => {
    const text = Buffer.from(`\ufeffMã tham chiếu\tMã giao dịch\tSố tiền\n${REFERENCE}\tGD1\t115.000\n`, 'utf16le');
    expect(await told('csv', text)).toEqual([[2, 'in', REFERENCE, 'GD1', 115_000]]);
  });

  describe('as a workbook', () => {
    const workbook = async (sheet: string, strings?: string): Promise<Buffer> => {
      const zip = new ZipFile();
      zip.addBuffer(Buffer.from(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`), 'xl/worksheets/sheet1.xml');
      if (strings !== undefined) zip.addBuffer(Buffer.from(strings), 'xl/sharedStrings.xml');
      zip.end();
      return buffer(zip.outputStream);
    };
    const HEAD =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>Số tiền</t></is></c><c r="E2" t="str"><v>Ngày</v></c></row>';
    const STRINGS = '<sst><si><r><t>Mã tham </t></r><r><t>chiếu</t></r></si><si><t>Mã giao dịch</t></si></sst>';

    it('is read from its first sheet, with shared texts, empty cells and days as spreadsheets count them', async () => {
      const row = `<row r="5"><c r="A5" t="inlineStr"><is><t>${REFERENCE}</t></is></c><c r="B5"><v>12345</v></c><c r="D5"><v>1.15E+5</v></c><c r="E5"><v>46350.5</v></c></row>`;
      const parts = await read('xlsx', await workbook(HEAD + row, STRINGS));
      expect(parts).toEqual([
        {
          ...{ is: 'line', line: 5, direction: 'in', reference: REFERENCE, transaction: '12345', amount: 115_000 },
          ...{ day: '2026-11-24', content: '' },
        },
      ]);
    });

    it('is told to be none where it is none, or defines entities', async () => {
      expect(await told('xlsx', 'reference,transaction,amount')).toEqual([[1, 'SHEET_UNREADABLE']]);
      const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>';
      expect(await told('xlsx', await workbook(HEAD, bomb))).toEqual([[1, 'SHEET_UNREADABLE']]);
    });
  });

  describe('as MT940', () => {
    const message = (...lines: string[]): string =>
      [
        '{1:F01BANKVNVXAXXX0000000000}{2:O9400000000000BANKVNVXAXXX00000000000000000000N}{4:',
        ...[':20:STMT001', ':25:35110/1234567', ':28C:328/1', ':60F:C261123VND1000000,'],
        ...lines,
        '-}',
      ].join('\r\n');

    it("has the bank's number of each entry, the reference in what the payer wrote, and what was taken back the other way", async () => {
      const text = message(
        ':61:2611241124C230000,NTRFNONREF//FT26334000777',
        ':86:NGUYEN VAN MAU CK H4826112400',
        'KHONG PHAI',
        `:61:2611241124D12500,00NTRFHOANTRA01//FT26334000778`,
        `:86:HOAN TRA ${REFERENCE}`,
        `:61:261124RC5000,NTRFH482611240000//FT26334000779`,
        ':62F:C261124VND1212500,',
      );
      const parts = await read('mt940', text);
      expect(parts).toMatchObject([
        {
          is: 'line',
          line: 6,
          direction: 'in',
          reference: '',
          transaction: 'FT26334000777',
          amount: 230_000,
          day: '2026-11-24',
        },
        { is: 'line', line: 9, direction: 'out', reference: REFERENCE, transaction: 'FT26334000778', amount: 12_500 },
        { is: 'line', line: 11, direction: 'out', transaction: 'FT26334000779', amount: 5_000 },
        { is: 'header', number: '328/1', account: '35110/1234567', from: '2026-11-24', to: '2026-11-24' },
      ]);
    });

    it('has a reference that the bank broke at the end of a line, or divided by blanks', async () => {
      const text = message(
        ':61:2611241124C5000,NTRFNONREF//FT1',
        ':86:NGUYEN VAN MAU NOP LE PHI CHO HO SO H48261124',
        '00000017 QUANG NGAI',
        ':61:2611241124C6000,NTRFNONREF//FT2',
        ':86:NOP PHI H48 261124 00000017',
        ':61:2611241124C7000,NTRFNONREF//FT3',
        ':86:NOP PHI H4826112400000017',
        '3 HO SO',
      );
      expect(await told('mt940', text)).toEqual([
        [6, 'in', REFERENCE, 'FT1', 5_000],
        [9, 'in', REFERENCE, 'FT2', 6_000],
        [11, 'in', REFERENCE, 'FT3', 7_000],
      ]);
    });

    it('of which a line is missing does not lead to its closing balance', async () => {
      const text = message(':61:2611241124C230000,NTRFNONREF//FT1', ':62F:C261124VND1330000,');
      expect(await told('mt940', text)).toEqual([
        [6, 'in', '', 'FT1', 230_000],
        [7, 'BALANCE_DIFFERS'],
      ]);
    });

    it('names an entry in parts of a đồng, and a file that is something else', async () => {
      expect(await told('mt940', message(':61:2611241124C230000,50NTRFNONREF//FT1', ':62F:C261124USD1,'))).toEqual([
        [6, 'ENTRY_UNREADABLE'],
        [7, 'BALANCE_UNREADABLE'],
      ]);
      expect(await told('mt940', 'một dòng chữ')).toEqual([[1, 'HEADER_MISSING']]);
    });
  });

  describe('as camt.053', () => {
    const entry = (inner: string, { amount = '230000', currency = 'VND', mark = 'CRDT' } = {}): string =>
      `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${mark}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-24</Dt></BookgDt>${inner}</Ntry>`;
    const document = (...entries: string[]): string =>
      `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>2026-328</Id><FrToDt><FrDtTm>2026-11-24T00:00:00</FrDtTm><ToDtTm>2026-11-25T00:00:00</ToDtTm></FrToDt><Acct><Id><Othr><Id>3511.0.1234567</Id></Othr></Id></Acct>\n${entries.join('\n')}\n</Stmt></BkToCstmrStmt></Document>`;

    it('has each transaction of an entry by its own number and amount, credits in and debits out', async () => {
      const one = entry(
        `<AcctSvcrRef>FT1</AcctSvcrRef><NtryDtls><TxDtls><RmtInf><Ustrd>Nguyễn Văn Mẫu &amp; ${REFERENCE}</Ustrd></RmtInf></TxDtls></NtryDtls>`,
      );
      const detail = (number: string, amount: string): string =>
        `<TxDtls><Refs><AcctSvcrRef>${number}</AcctSvcrRef></Refs><Amt Ccy="VND">${amount}</Amt></TxDtls>`;
      const batch = entry(`<NtryDtls>${detail('FT2', '30000.00')}${detail('FT3', '12500')}</NtryDtls>`, {
        ...{ amount: '42500', mark: 'DBIT' },
      });
      const announced = entry('<AcctSvcrRef>FT9</AcctSvcrRef>').replace('BOOK', 'PDNG');
      expect(await read('camt053', document(one, batch, announced))).toMatchObject([
        { line: 3, direction: 'in', reference: REFERENCE, transaction: 'FT1', amount: 230_000, day: '2026-11-24' },
        { line: 4, direction: 'out', transaction: 'FT2', amount: 30_000 },
        { line: 4, direction: 'out', transaction: 'FT3', amount: 12_500 },
        { is: 'header', number: '2026-328', account: '3511.0.1234567', from: '2026-11-24', to: '2026-11-24' },
      ]);
    });

    it('of a bank that writes instants in UTC has the days of Viet Nam', async () => {
      const text = document(
        entry('<AcctSvcrRef>FT1</AcctSvcrRef>').replace('<Dt>2026-11-24</Dt>', '<DtTm>2026-11-23T20:15:00Z</DtTm>'),
      )
        .replace('2026-11-24T00:00:00<', '2026-11-23T17:00:00Z<')
        .replace('2026-11-25T00:00:00<', '2026-11-24T17:00:00Z<');
      expect(await read('camt053', text)).toMatchObject([
        { transaction: 'FT1', day: '2026-11-24' },
        { is: 'header', from: '2026-11-24', to: '2026-11-24' },
      ]);
    });

    it('of which the parts of an entry do not make up its amount is not believed', async () => {
      const detail = `<TxDtls><Refs><AcctSvcrRef>FT2</AcctSvcrRef></Refs><Amt Ccy="VND">30000</Amt></TxDtls>`;
      const other = detail.replace('FT2', 'FT3').replace('30000', '12000');
      const batch = entry(`<NtryDtls>${detail}${other}</NtryDtls>`, { amount: '42500' });
      expect(await told('camt053', document(batch))).toEqual([[3, 'BALANCE_DIFFERS']]);
    });

    it('names what is not in whole đồng, what is no XML, and what declares a document type, whose entities are never read', async () => {
      const foreign = document(entry('<AcctSvcrRef>FT1</AcctSvcrRef>', { currency: 'USD' }));
      expect(await told('camt053', foreign)).toEqual([[3, 'AMOUNT_UNREADABLE']]);
      expect(await told('camt053', document('<Ntry>'))).toContainEqual([4, 'XML_UNREADABLE']);
      const outside = `<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${document(entry('<AcctSvcrRef>&x;</AcctSvcrRef>'))}`;
      expect(await told('camt053', outside)).toEqual([[1, 'XML_UNREADABLE']]);
      expect(await told('camt053', '<a/>')).toEqual([[1, 'HEADER_MISSING']]);
    });
  });
});

describe('an amount', () => {
  it.each([
    ['230000', 230_000],
    ['230.000', 230_000],
    ['1,230,000', 1_230_000],
    ['230.000,00', 230_000],
    ['230,000.00 VND', 230_000],
    ['-15 000 đ', -15_000],
    ['230000,', 230_000],
    ['230.00', 230],
    ['12.5', null],
    ['1.23.000', null],
    ['1.230,000', null],
    ['1.000.00', null],
    ['abc', null],
    ['99999999999999999999', null],
  ])('%s is %s', (text, amount) => {
    expect(readAmount(text)).toBe(amount);
  });
});

describe('a day', () => {
  it.each([
    ['24/11/2026', '2026-11-24'],
    ['2026-11-24T09:10:00+07:00', '2026-11-24'],
    ['20261124091000', '2026-11-24'],
    ['31/02/2026', null],
    ['2026', null],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
