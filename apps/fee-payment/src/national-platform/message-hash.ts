import { createHash, timingSafeEqual } from 'node:crypto';

/** The fields that a message's MaXacThuc covers, in this order; the secret comes last (ADR 0010). */
export const HASHED_FIELDS = {
  INIT: [
    ...[
      'LoaiBanTin',
      'PhienBan',
      'MaDoiTac',
      'MaThamChieu',
      'SoTien',
      'LoaiHinhThanhToan',
      'MaKenhThanhToan',
      'MaThietBi',
    ],
    ...['NgonNgu', 'MaTienTe', 'MaNganHang', 'ThongTinGiaoDich', 'ThoiGianGD', 'Ip'],
  ],
  QUERY: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  CANCEL: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  GET_BILL: ['LoaiBanTin', 'PhienBan', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
  CONFIRM: [
    ...[
      'LoaiBanTin',
      'MaLoi',
      'MaDoiTac',
      'MaThamChieu',
      'SoTien',
      'MaTienTe',
      'MaGiaoDich',
      'MaNganHang',
      'ThoiGianGD',
    ],
    'ThongTinGiaoDich',
  ],
  CONFIRM_ANSWER: ['MaLoi', 'MoTaLoi', 'MaDoiTac', 'MaThamChieu', 'ThoiGianGD'],
} as const satisfies Record<string, readonly string[]>;

export type HashedMessage = keyof typeof HASHED_FIELDS;
export type Fields = Readonly<Record<string, string>>;

/** Lower-case hex SHA-256 over the fields' UTF-8, joined by `|`; an absent field is an empty string. */
export const maXacThuc = (message: HashedMessage, fields: Fields, secret: string): string =>
  createHash('sha256')
    .update([...HASHED_FIELDS[message].map((name) => fields[name] ?? ''), secret].join('|'), 'utf8')
    .digest('hex');

/** Compares in constant time; digests of both sides, so that lengths tell nothing either. */
export function sameHash(expected: string, given: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(expected), digest(given));
}
