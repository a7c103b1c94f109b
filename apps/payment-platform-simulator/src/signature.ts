import { createHash } from 'node:crypto';

/** A message of the platform: every value is a text. */
export type Message = Readonly<Record<string, string>>;

/** The fields that each message's hash covers, in order; the secret follows them. */
const SIGNED = {
  INIT: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan MaKenhThanhToan MaThietBi NgonNgu MaTienTe MaNganHang ThongTinGiaoDich ThoiGianGD Ip',
  QUERY: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD',
  CANCEL: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD',
  GET_BILL: 'LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD',
  CONFIRM: 'LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang ThoiGianGD ThongTinGiaoDich',
  CONFIRM_ANSWER: 'MaLoi MoTaLoi MaDoiTac MaThamChieu ThoiGianGD',
} as const;

export type Signed = keyof typeof SIGNED;

export function signatureOf(kind: Signed, message: Message, secret: string): string {
  const values = SIGNED[kind].split(' ').map((field) => message[field] ?? '');
  return createHash('sha256')
    .update([...values, secret].join('|'), 'utf8')
    .digest('hex');
}
