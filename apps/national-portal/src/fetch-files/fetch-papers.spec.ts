import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { FilesConfig } from '@motcua/platform';
import type { PortalConfig } from '../portal.config.js';
import { CodeMaps } from '../record/code-maps.js';
import type { FetchPaper } from './fetch-paper.js';
import { FetchPapers } from './fetch-papers.js';

const paper = (n: number): object => ({
  TenTepDinhKem: `${n}.pdf`,
  MaThanhPhanHoSo: 'A',
  DuongDanTaiTepTin: `https://portal.example/${n}`,
});

describe('the papers of one record', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('have one time together: a host that answers just in time holds a place for five times that of one paper', async () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const asked: string[] = [];
    const fetch = (address: string): Promise<object> => {
      asked.push(address);
      now += 59_000;
      return Promise.resolve({ paper: { sha256: address, size: 1, mediaType: 'application/pdf' } });
    };
    const papers = new FetchPapers(
      { fetch } as FetchPaper,
      { maxBytes: 1 } as FilesConfig,
      { fileTimeoutMs: 60_000 } as PortalConfig,
    );
    const { files, fileFaults, away } = await papers.of(
      { TaiLieuNop: Array.from({ length: 200 }, (_, n) => paper(n)) },
      new CodeMaps([]),
    );
    // 6 × 59 s is the first that is more than 300 s.
    expect([asked.length, files.length, fileFaults.length, away]).toEqual([6, 6, 194, true]);
    expect(fileFaults[0]?.reason).toBe('Tệp “6.pdf” không tải được trong thời hạn; đề nghị nộp lại.');
  });
});
