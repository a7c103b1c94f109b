import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { catalogue } from '@motcua/procedure-catalogue';
import { startTestSystem, type TestSystem } from '@motcua/testing';
import { findFiles } from './find-files.js';
import { importFiles } from './import-files.js';
import { sayReport } from './say-report.js';

const crawled = (code: string, rest: object = {}) => ({
  ma_thu_tuc: code,
  ten_thu_tuc: `Thủ tục ${code}`,
  linh_vuc: 'Thú y',
  ...rest,
});

describe('the import from files', () => {
  let system: TestSystem;
  let folder: string;
  let token: string;
  beforeAll(async () => {
    system = await startTestSystem([catalogue], { now: '2026-11-23T08:00:00+07:00' });
    token = await system.issuer.token({ sub: 'admin', roles: ['admin'] });
    folder = join(system.folder, 'files');
    await mkdir(join(folder, 'below'), { recursive: true });
    const lines = Array.from({ length: 230 }, (_, at) =>
      JSON.stringify(crawled(`7.000${String(100 + at)}`, { cach_thuc_thuc_hien: 'Trực tiếp 3 ngày' })),
    );
    await writeFile(join(folder, 'many.jsonl.gz'), gzipSync(lines.join('\n')));
    await writeFile(
      join(folder, 'below', 'index.csv'),
      'ma_thu_tuc,ten_thu_tuc\n7.000100,"Khác, ngắn"\n7.900000,Mới\n,Không mã\n',
    );
    await writeFile(join(folder, 'one.json'), JSON.stringify({ code: '7.800000', name: '', executionMethods: [] }));
    // The portal's own form of a procedure that the crawled text has too: it tells more, and wins.
    await writeFile(
      join(folder, 'better.json'),
      JSON.stringify({
        code: '7.000329',
        name: 'Đầy đủ',
        executionMethods: [{ submissionMethod: 'DIRECT', processingTime: 3, processingTimeUnit: 'WORKING_DAY' }],
      }),
    );
    await writeFile(join(folder, 'list.json'), '["7.000001"]');
    await writeFile(join(folder, 'broken.json'), '{');
    await writeFile(join(folder, 'README.md'), '#');
  });
  afterAll(() => system.stop());

  const run = async (dryRun = false, server = system.url) => {
    const { readable, others } = await findFiles([folder]);
    const report = await importFiles({ server, token, dryRun }, readable, () => undefined);
    return { report, text: sayReport(report, others, dryRun) };
  };
  const outcomes = (report: Awaited<ReturnType<typeof run>>['report']): Record<string, number> =>
    report.results.reduce<Record<string, number>>(
      (counts, { outcome }) => ({ ...counts, [outcome]: (counts[outcome] ?? 0) + 1 }),
      {},
    );

  it('tells in a dry run, then imports, then finds nothing new', async () => {
    expect(outcomes((await run(true)).report)).toEqual({ created: 232, refused: 2 });
    expect(await system.sql('SELECT count(*)::int AS n FROM catalogue.procedure')).toEqual([{ n: 0 }]);
    const { report, text } = await run();
    expect(outcomes(report)).toEqual({ created: 231, updated: 1, refused: 2 });
    expect(text).toMatch(/231 {2}created/);
    expect(text).toContain('/name A value is required.  [7.800000');
    expect(text).toMatch(/1 {2}of .*index\.csv: told by a file before/);
    expect(text).toMatch(/broken\.json: .*broken\.json is not JSON\./);
    expect(text).toMatch(/list\.json: holds no procedures/);
    expect(text).toMatch(/README\.md: not JSON, JSONL or CSV/);
    expect(outcomes((await run()).report)).toEqual({ unchanged: 232, refused: 2 });
  });

  it('says in a sentence that no server answers, or that it refuses the token', async () => {
    await expect(run(false, 'http://127.0.0.1:9')).rejects.toThrow(
      /^No motcua answers at http:\/\/127\.0\.0\.1:9\. Start it with "npm start", or set MOTCUA_URL\.$/,
    );
    const citizen = await system.issuer.token({ sub: 'citizen', roles: ['citizen'] });
    const { readable } = await findFiles([folder]);
    await expect(
      importFiles({ server: system.url, token: citizen, dryRun: true }, readable, () => undefined),
    ).rejects.toThrow(/refused the import \(403\)/);
    await expect(findFiles([join(folder, 'nowhere')])).rejects.toThrow(/There is no file or folder/);
  });
});
