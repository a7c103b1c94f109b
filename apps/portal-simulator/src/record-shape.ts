import type { Wire } from './records.js';

type Rule = (value: unknown) => string | undefined;

const VIETNAM_TIME = /^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])[0-5]\d[0-5]\d$/;

const text =
  (longest = Infinity): Rule =>
  (value) =>
    typeof value !== 'string'
      ? 'phải là chuỗi ký tự'
      : [...value].length > longest
        ? `dài quá ${longest} ký tự`
        : undefined;
const filled =
  (longest = Infinity): Rule =>
  (value) =>
    text(longest)(value) ?? (value === '' ? 'bắt buộc' : undefined);
const among =
  (...values: readonly string[]): Rule =>
  (value) =>
    text()(value) ?? (values.includes(value as string) ? undefined : `không nhận giá trị "${String(value)}"`);
const time: Rule = (value) =>
  text()(value) ?? (value === '' || VIETNAM_TIME.test(value as string) ? undefined : 'không đúng yyyyMMddHHmmss');
const filledTime: Rule = (value) => time(value) ?? (value === '' ? 'bắt buộc' : undefined);
const list =
  (shape: Readonly<Record<string, Rule>>): Rule =>
  (value) => {
    if (!Array.isArray(value)) return 'phải là mảng';
    for (const [index, item] of value.entries()) {
      const fault = faultOf(item, shape);
      if (fault) return `[${index}].${fault}`;
    }
    return undefined;
  };
const anyList: Rule = (value) => (Array.isArray(value) ? undefined : 'phải là mảng');

const FILE = {
  TepDinhKemId: filled(),
  TenTepDinhKem: filled(),
  IsDeleted: among('', '0', '1', 'False', 'True'),
  MaThanhPhanHoSo: text(),
  DuongDanTaiTepTin: text(),
  DuocSoHoa: among('0', '1'),
  DuocTaiSuDung: among('0', '1', '2'),
  DuocLayTuKhoDMQG: among('0', '1'),
  MaKetQuaThayThe: text(),
};

const DOSSIER: Readonly<Record<string, Rule>> = {
  MaHoSo: filled(),
  MaTTHC: filled(),
  TenTTHC: filled(),
  MaLinhVuc: filled(),
  TenLinhVuc: filled(),
  KenhThucHien: among('1', '2', '3'),
  ChuHoSo: text(),
  SoGiayToChuHoSo: text(),
  LoaiDoiTuong: among('1', '2', '3', '4'),
  MaDoiTuong: text(),
  ThongTinKhac: text(),
  Email: text(),
  Fax: text(),
  SoDienThoai: text(),
  TrichYeuHoSo: text(1000),
  NgayNopHoSo: filledTime,
  NgayTiepNhan: time,
  NgayHenTra: time,
  NgayTra: time,
  NgayKetThucXuLy: time,
  NgayTuChoi: time,
  TrangThaiHoSo: among('1', '2', '3', '4', '5', '6', '7', '8', '9', '10'),
  ThongTinTra: text(),
  HinhThuc: among('0', '1'),
  DonViXuLy: filled(),
  GhiChu: text(),
  NoiNopHoSo: among('1', '2'),
  HoSoCoThanhPhanSoHoa: among('0', '1'),
  TaiKhoanDuocXacThucVoiVNeID: among('0', '1'),
  DuocThanhToanTrucTuyen: among('0', '1', '2'),
  DinhDanhCHS: list({ LoaiDinhDanh: among('1', '2'), SoDinhDanh: filled() }),
  DSKetNoiCSDL: list({ MaCSDL: filled() }),
  TaiLieuNop: list(FILE),
  DanhSachLePhi: list({
    TenPhiLePhi: filled(),
    MaPhiLePhi: text(),
    HinhThucThu: among('1', '2', '3'),
    Gia: filled(),
    LoaiPhiLePhi: among('1', '2'),
  }),
  DanhSachTepDinhKemKhac: list({ TenGiayTo: text(), SoLuong: text(), LoaiGiayTo: text() }),
  DanhSachHoSoBoSung: list({
    HoSoBoSungId: filled(),
    NguoiYeuCauBoSung: text(),
    NoiDungBoSung: filled(),
    NgayBoSung: filledTime,
    NguoiTiepNhanBoSung: text(),
    ThongTinTiepNhan: text(),
    NgayTiepNhanBoSung: time,
    TrangThaiBoSung: among('1', '2', '3'),
    DanhSachGiayToBoSung: anyList,
    DanhSachLePhiBoSung: anyList,
    NgayHenTraTruoc: time,
    NgayHenTraMoi: time,
  }),
  DanhSachGiayToKetQua: list({
    TenGiayTo: text(2000),
    MaThanhPhanHoSo: text(),
    GiayToId: filled(),
    DuongDanTepTinKetQua: text(),
    MaGiayToKetQua: text(),
  }),
};

const PROGRESS: Readonly<Record<string, Rule>> = {
  MaHoSo: filled(),
  NguoiXuLy: filled(50),
  ChucDanh: text(),
  ThoiDiemXuLy: filledTime,
  PhongBanXuLy: filled(),
  NoiDungXuLy: filled(),
  TrangThai: among('1', '2', '3', '4', '5', '6', '7', '8', '9', '10'),
  NgayBatDau: time,
  NgayKetThucTheoQuyDinh: time,
};

function faultOf(record: unknown, shape: Readonly<Record<string, Rule>>): string | undefined {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return ' phải là đối tượng';
  for (const [name, rule] of Object.entries(shape)) {
    const fault = rule((record as Wire)[name]);
    if (fault !== undefined) return `${name} ${fault}`;
  }
  const unknown = Object.keys(record).find((name) => !(name in shape));
  return unknown === undefined ? undefined : `${unknown} không có trong đặc tả`;
}

/** What the portal objects to in a dossier's record, naming the field; undefined where nothing. */
export const faultOfDossier = (record: unknown): string | undefined => faultOf(record, DOSSIER);
export const faultOfProgress = (record: unknown): string | undefined => faultOf(record, PROGRESS);

/** An empty record, every field there: what a citizen's submission begins with. */
export const blankDossier = (): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(DOSSIER).map((name) => [name, /^(DS|DanhSach|TaiLieu|DinhDanh)/.test(name) ? [] : '']),
  );
