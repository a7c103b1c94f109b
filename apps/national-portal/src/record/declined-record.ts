import { listIn, textIn } from '../receive/fields.js';
import type { DeclinedFacts } from './facts.js';
import type { PortalFee, PortalFile, PortalRecord } from './portal-record.js';
import { numberOf } from './statuses.js';
import { vietnamTime } from './vietnam-time.js';

type Json = Readonly<Record<string, unknown>>;

const fileEntry = (one: Json): PortalFile => ({
  TepDinhKemId: textIn(one, 'TepDinhKemId'),
  TenTepDinhKem: textIn(one, 'TenTepDinhKem'),
  IsDeleted: '0',
  MaThanhPhanHoSo: textIn(one, 'MaThanhPhanHoSo'),
  DuongDanTaiTepTin: textIn(one, 'DuongDanTaiTepTin'),
  DuocSoHoa: textIn(one, 'DuocSoHoa') || '0',
  DuocTaiSuDung: textIn(one, 'DuocTaiSuDung') || '0',
  DuocLayTuKhoDMQG: textIn(one, 'DuocLayTuKhoDMQG') || '0',
  MaKetQuaThayThe: textIn(one, 'MaKetQuaThayThe'),
});

const feeEntry = (one: Json): PortalFee => ({
  TenPhiLePhi: textIn(one, 'TenPhiLePhi'),
  MaPhiLePhi: textIn(one, 'MaPhiLePhi'),
  HinhThucThu: textIn(one, 'HinhThucThu'),
  Gia: textIn(one, 'Gia'),
  LoaiPhiLePhi: textIn(one, 'LoaiPhiLePhi'),
});

/** A dossier of the portal's that was not taken in: as it came, and refused. */
export function declinedRecord(delivered: Json, { portalCode, at }: DeclinedFacts): PortalRecord {
  const said = (name: keyof PortalRecord, otherwise = ''): string => textIn(delivered, name) || otherwise;
  const isGiven = (one: Json): boolean => !/^(1|true)$/i.test(textIn(one, 'IsDeleted'));
  return {
    MaHoSo: portalCode,
    MaTTHC: said('MaTTHC'),
    TenTTHC: said('TenTTHC'),
    MaLinhVuc: said('MaLinhVuc'),
    TenLinhVuc: said('TenLinhVuc'),
    KenhThucHien: said('KenhThucHien', '2'),
    ChuHoSo: said('ChuHoSo'),
    SoGiayToChuHoSo: said('SoGiayToChuHoSo'),
    LoaiDoiTuong: said('LoaiDoiTuong', '1'),
    MaDoiTuong: said('MaDoiTuong'),
    ThongTinKhac: said('ThongTinKhac'),
    Email: said('Email'),
    Fax: said('Fax'),
    SoDienThoai: said('SoDienThoai'),
    TrichYeuHoSo: said('TrichYeuHoSo', said('TenTTHC')),
    NgayNopHoSo: said('NgayNopHoSo', vietnamTime(at)),
    NgayTiepNhan: '',
    NgayHenTra: '',
    NgayTra: '',
    NgayKetThucXuLy: vietnamTime(at),
    NgayTuChoi: vietnamTime(at),
    TrangThaiHoSo: numberOf('refused'),
    ThongTinTra: said('ThongTinTra'),
    HinhThuc: said('HinhThuc', '0'),
    DonViXuLy: said('DonViXuLy'),
    GhiChu: said('GhiChu'),
    NoiNopHoSo: '1',
    HoSoCoThanhPhanSoHoa: said('HoSoCoThanhPhanSoHoa', '0'),
    TaiKhoanDuocXacThucVoiVNeID: said('TaiKhoanDuocXacThucVoiVNeID', '0'),
    DuocThanhToanTrucTuyen: said('DuocThanhToanTrucTuyen', '0'),
    DinhDanhCHS: listIn(delivered, 'DinhDanhCHS').map((one) => ({
      LoaiDinhDanh: textIn(one, 'LoaiDinhDanh'),
      SoDinhDanh: textIn(one, 'SoDinhDanh'),
    })),
    DSKetNoiCSDL: listIn(delivered, 'DSKetNoiCSDL').map((one) => ({ MaCSDL: textIn(one, 'MaCSDL') })),
    TaiLieuNop: listIn(delivered, 'TaiLieuNop').filter(isGiven).map(fileEntry),
    DanhSachLePhi: listIn(delivered, 'DanhSachLePhi').map(feeEntry),
    DanhSachTepDinhKemKhac: [],
    DanhSachHoSoBoSung: [],
    DanhSachGiayToKetQua: [],
  };
}
