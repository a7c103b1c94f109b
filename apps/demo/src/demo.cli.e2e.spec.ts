import { spawn } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll, type Ended, newDataFolder, pdfText, PROGRAM_ENVIRONMENT } from '@motcua/testing';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs the built demo to its end. */
const demo = (args: readonly string[], environment: Readonly<Record<string, string>>): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'apps/demo/dist/main.js', ...args],
      { cwd: ROOT, env: { ...PROGRAM_ENVIRONMENT, PORT: '0', ...environment } },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('close', (code, signal) => resolve({ code, signal, output }));
  });

describe('npm run demo', () => {
  const folders: string[] = [];
  const folder = async (): Promise<string> => {
    folders.push(await newDataFolder());
    return folders.at(-1)!;
  };
  beforeAll(buildAll, 60_000);
  afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))));

  it('tells the story, leaves the papers, and ends well', async () => {
    const data = await folder();
    const { code, output } = await demo(['--exit'], { MOTCUA_DATA_DIR: data });
    expect([code, output]).toEqual([0, expect.stringContaining('tất cả như mong đợi · ')]);
    for (const told of [
      'Nộp hồ sơ trên Cổng Dịch vụ công quốc gia: ',
      'Nộp bổ sung “Chứng chỉ hành nghề thú y” trên Cổng Dịch vụ công quốc gia',
      'trạng thái 10, 8 dòng tiến độ',
      'Phí 230.000 đ → 115.000 đ',
      'giảm 50% theo Điều 2 Nghị quyết số 11/2022/NQ-HĐND',
      'Thứ Bảy 22/08/2026 15:50',
      'Hạn theo quy định   Thứ Sáu 04/09/2026 08:10',
      'Hẹn trả kết quả     Thứ Sáu 28/08/2026 14:58',
      'Hạn theo quy định   Thứ Ba 08/09/2026 07:25',
      'Hẹn trả kết quả     Thứ Sáu 04/09/2026 14:13',
      'H48.12-PH-26E-0000001',
      '→ 10. Đã trả kết quả',
      '/docs',
      '/tra-cuu/H48.12-260821-0001',
    ])
      expect(output).toContain(told);
    const papers = join(data, 'documents');
    expect((await readdir(papers)).sort()).toEqual([
      'bien-lai-phi-H48.12-260821-0001.pdf',
      'ket-qua-H48.12-260821-0001.pdf',
      'phieu-hen-tra-H48.12-260821-0001.pdf',
    ]);
    const slip = pdfText(await readFile(join(papers, 'phieu-hen-tra-H48.12-260821-0001.pdf')));
    expect(slip).toContain('Nguyễn Thị Mẫu');
    expect(slip).toContain('14 giờ 58 phút, ngày 28 tháng 8 năm 2026');
    expect(pdfText(await readFile(join(papers, 'bien-lai-phi-H48.12-260821-0001.pdf')))).toContain('115.000');
    const result = pdfText(await readFile(join(papers, 'ket-qua-H48.12-260821-0001.pdf')));
    expect(result.replaceAll(' ', '')).toContain('Số:01/GCN-SNNMT');
    // What was played can be played upon: the next dossier of that folder, another procedure.
    const again = await demo(['--exit', '--procedure', '1.012784'], { MOTCUA_DATA_DIR: data });
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('tất cả như mong đợi · ')]);
  }, 120_000);

  it('ends with 1 and says which step is not as expected, where the payment platform is away', async () => {
    const { code, output } = await demo(['--exit'], {
      MOTCUA_DATA_DIR: await folder(),
      MOTCUA_PAYMENT_PLATFORM_URL: 'http://127.0.0.1:9',
    });
    expect(code).toBe(1);
    expect(output).toContain('KHÔNG NHƯ MONG ĐỢI · NOT AS EXPECTED');
  }, 90_000);

  it('ends with 1 and says what to do about a procedure that is not in force', async () => {
    const { code, output } = await demo(['--procedure', '9.999999'], { MOTCUA_DATA_DIR: await folder() });
    expect(code).toBe(1);
    expect(output).toContain(
      'Procedure 9.999999 is not in force (unknown). Import it first (npm run import -- <file>)',
    );
  }, 90_000);

  it('ends with 2 and says how it is used, given an option that it has not', async () => {
    const { code, output } = await demo(['--quit'], {});
    expect(code).toBe(2);
    expect(output).toContain('there is no option --quit');
  }, 30_000);
});
