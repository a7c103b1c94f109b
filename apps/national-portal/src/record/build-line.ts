import type { PublicStatus } from '@motcua/contracts';
import type { PortalProgress } from './portal-record.js';
import { numberOf } from './statuses.js';
import { vietnamTime } from './vietnam-time.js';

/** One change of status, as it is kept until it is sent. */
export interface Move {
  readonly from: PublicStatus | 'draft';
  readonly to: PublicStatus;
  readonly at: string;
  readonly officer: string | null;
  readonly title: string | null;
  readonly agency: string;
  readonly agencyName: string | null;
  readonly reason: string | null;
  readonly dueAt: string | null;
}

const WORDS: Readonly<Record<PublicStatus, string>> = {
  registered: 'Hồ sơ mới đăng ký',
  accepted: 'Tiếp nhận hồ sơ',
  refused: 'Từ chối tiếp nhận hồ sơ',
  processing: 'Xử lý hồ sơ',
  supplementRequired: 'Yêu cầu bổ sung giấy tờ',
  paymentRequired: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng xử lý hồ sơ',
  processed: 'Đã xử lý xong hồ sơ',
  returned: 'Đã trả kết quả cho người nộp',
};

const AFTER: Partial<Record<PublicStatus | 'draft', string>> = {
  supplementRequired: 'Đã nhận giấy tờ bổ sung',
  paymentRequired: 'Đã thực hiện nghĩa vụ tài chính',
};
const GOES_ON: ReadonlySet<PublicStatus> = new Set(['registered', 'accepted', 'processing']);

function wordsOf({ from, to, reason }: Move): string {
  const words = (GOES_ON.has(to) ? AFTER[from] : undefined) ?? WORDS[to];
  return reason === null ? words : `${words}: ${reason}`;
}

/** A line of progress; who, where, what and when are never empty. */
export function buildLine(codeAtPortal: string, move: Move): PortalProgress {
  const office = move.agencyName ?? move.agency;
  return {
    MaHoSo: codeAtPortal,
    NguoiXuLy: move.officer ?? office,
    ChucDanh: move.title ?? '',
    ThoiDiemXuLy: vietnamTime(move.at),
    PhongBanXuLy: office,
    NoiDungXuLy: wordsOf(move),
    TrangThai: numberOf(move.to),
    NgayBatDau: vietnamTime(move.at),
    NgayKetThucTheoQuyDinh: vietnamTime(move.dueAt),
  };
}
