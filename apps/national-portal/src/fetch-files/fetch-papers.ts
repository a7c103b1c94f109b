import { Injectable } from '@nestjs/common';
import type { ComponentFile, Plain, SupplementItem } from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { cleanFileName, FilesConfig } from '@motcua/platform';
import { listIn, textIn } from '../receive/fields.js';
import type { CodeMaps } from '../record/code-maps.js';
import { PortalConfig } from '../portal.config.js';
import { FetchPaper, type PaperFault } from './fetch-paper.js';

type Json = Readonly<Record<string, unknown>>;

export interface Papers {
  readonly files: readonly Plain<ComponentFile>[];
  readonly fileFaults: readonly Plain<SupplementItem>[];
  /** Something was away and may be there later. */
  readonly away: boolean;
}

const MEBIBYTE = 1024 * 1024;
const SILENT = { fault: 'silent' } as const;
/** All papers of one record together have the time of so many: hosts that answer just in time would hold others up for hours. */
const TIMES = 5;
/** Time-outs of one host before the rest of its papers is no longer asked for. */
const MOST_SILENCES = 2;

/** Fetches the papers of one record. What cannot be taken is told to the applicant, with the reason. */
@Injectable()
export class FetchPapers {
  constructor(
    private readonly fetchPaper: FetchPaper,
    private readonly config: FilesConfig,
    private readonly portal: PortalConfig,
  ) {}

  async of(record: Json, maps: CodeMaps): Promise<Papers> {
    const files: Plain<ComponentFile>[] = [];
    const fileFaults: Plain<SupplementItem>[] = [];
    const silences = new Map<string, number>();
    let away = false;
    const until = performance.now() + TIMES * this.portal.fileTimeoutMs;
    for (const entry of listIn(record, 'TaiLieuNop')) {
      if (/^(1|true)$/i.test(textIn(entry, 'IsDeleted'))) continue;
      const name = cleanFileName(textIn(entry, 'TenTepDinhKem'));
      const theirs = textIn(entry, 'MaThanhPhanHoSo');
      const component = theirs === '' ? null : maps.ourCode('component', theirs);
      const address = textIn(entry, 'DuongDanTaiTepTin');
      const host = URL.parse(address)?.host ?? '';
      // Who does not answer is not asked for each paper of a long list: the time-outs would follow one another.
      const isSilent = performance.now() > until || (silences.get(host) ?? 0) >= MOST_SILENCES;
      const fetched = isSilent ? SILENT : await this.fetchPaper.fetch(address);
      if ('paper' in fetched)
        files.push({
          id: newId(),
          component: component ?? 'KHAC',
          ...fetched.paper,
          name,
          digitised: false,
          reusedFrom: null,
          fromCitizenStore: textIn(entry, 'DuocLayTuKhoDMQG') === '1',
        });
      else {
        away ||= fetched.fault === 'away' || fetched.fault === 'silent';
        if (fetched.fault === 'silent') silences.set(host, (silences.get(host) ?? 0) + 1);
        fileFaults.push({ component, field: null, reason: `Tệp “${name}” ${this.words(fetched.fault)}` });
      }
    }
    return { files, fileFaults, away };
  }

  private words(fault: PaperFault): string {
    const largest = Math.floor(this.config.maxBytes / MEBIBYTE);
    const words: Readonly<Record<PaperFault, string>> = {
      noAddress: 'không có địa chỉ tải; đề nghị nộp lại.',
      forbidden: 'nằm ở địa chỉ không được phép tải; đề nghị nộp lại.',
      notFound: 'không còn ở địa chỉ đã nêu; đề nghị nộp lại.',
      tooLarge:
        largest > 0
          ? `lớn hơn ${largest} MB; đề nghị nộp tệp nhỏ hơn.`
          : 'vượt quá giới hạn dung lượng; đề nghị nộp tệp nhỏ hơn.',
      empty: 'không có nội dung; đề nghị nộp lại.',
      wrongType: 'không thuộc loại được nhận (PDF, ảnh, văn bản); đề nghị nộp lại.',
      away: 'không tải được; đề nghị nộp lại.',
      silent: 'không tải được trong thời hạn; đề nghị nộp lại.',
    };
    return words[fault];
  }
}
