import { amount, filled, listOf, oneOf, type Shape, text, textUpTo, time } from './fields.js';

const FLAG = oneOf('0', '1');

const FILE: Shape = {
  TepDinhKemId: text,
  TenTepDinhKem: text,
  IsDeleted: oneOf('0', '1', 'False', 'True', 'false', 'true'),
  MaThanhPhanHoSo: text,
  DuongDanTaiTepTin: text,
  DuocSoHoa: FLAG,
  DuocTaiSuDung: oneOf('0', '1', '2'),
  DuocLayTuKhoDMQG: FLAG,
  MaKetQuaThayThe: text,
};

/** A Dossier as the portal hands it over. */
export const DOSSIER: Shape = {
  MaHoSo: filled(60),
  MaTTHC: filled(60),
  TenTTHC: text,
  MaLinhVuc: text,
  TenLinhVuc: text,
  KenhThucHien: oneOf('1', '2', '3'),
  // Asked for where it is missing, as papers are.
  ChuHoSo: textUpTo(200),
  SoGiayToChuHoSo: text,
  LoaiDoiTuong: oneOf('1', '2', '3', '4'),
  MaDoiTuong: text,
  ThongTinKhac: text,
  Email: text,
  Fax: text,
  SoDienThoai: text,
  TrichYeuHoSo: text,
  NgayNopHoSo: time,
  NgayTiepNhan: time,
  NgayHenTra: time,
  NgayTra: time,
  NgayKetThucXuLy: time,
  NgayTuChoi: time,
  TrangThaiHoSo: oneOf('1', '2', '3', '4', '5', '6', '7', '8', '9', '10'),
  ThongTinTra: text,
  HinhThuc: oneOf('0', '1'),
  DonViXuLy: filled(60),
  GhiChu: text,
  NoiNopHoSo: oneOf('1', '2'),
  HoSoCoThanhPhanSoHoa: FLAG,
  TaiKhoanDuocXacThucVoiVNeID: FLAG,
  DuocThanhToanTrucTuyen: oneOf('0', '1', '2'),
  DinhDanhCHS: listOf({ LoaiDinhDanh: oneOf('1', '2'), SoDinhDanh: text }),
  DSKetNoiCSDL: listOf({ MaCSDL: text }),
  TaiLieuNop: listOf(FILE),
  DanhSachLePhi: listOf({ TenPhiLePhi: text, MaPhiLePhi: text, HinhThucThu: text, Gia: text, LoaiPhiLePhi: text }),
  DanhSachTepDinhKemKhac: listOf({ TenGiayTo: text, SoLuong: text, LoaiGiayTo: text }),
  DanhSachHoSoBoSung: listOf({ HoSoBoSungId: text }),
  DanhSachGiayToKetQua: listOf({ TenGiayTo: text }),
};

export const SUPPLEMENT: Shape = {
  MaYeuCau: filled(100),
  MaHoSo: filled(60),
  HoSoBoSungId: text,
  NoiDungBoSung: text,
  NgayTiepNhanBoSung: time,
  TaiLieuNop: listOf(FILE),
};

export const WITHDRAWAL: Shape = { MaYeuCau: filled(100), MaHoSo: filled(60), LyDo: text, NgayRut: time };

export const PAYMENT: Shape = {
  MaYeuCau: filled(100),
  MaHoSo: filled(60),
  MaGiaoDich: filled(100),
  SoTien: amount,
  ThoiGianGD: time,
};

/** For the description of the API: what each field may be is said by the refusals. */
export const schemaOf = (shape: Shape): object => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.keys(shape).map((name) => [
      name,
      /^(DS|DanhSach|TaiLieu|DinhDanh)/.test(name)
        ? { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } }
        : { type: 'string' },
    ]),
  ),
});
