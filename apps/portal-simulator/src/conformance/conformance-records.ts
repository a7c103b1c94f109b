import { blankDossier } from '../record-shape.js';
import { vietnamTime } from '../vietnam-time.js';
import type { PortalAccess } from './portal-under-test.js';

type Json = Record<string, unknown>;

/** A record with every list filled, of nobody: the name and the number are made up. */
export const recordOf = (code: string, { procedure, field, agency }: PortalAccess, change: Json = {}): Json => ({
  ...blankDossier(),
  MaHoSo: code,
  MaTTHC: procedure,
  TenTTHC: 'Thủ tục thử kết nối',
  MaLinhVuc: field,
  TenLinhVuc: 'Lĩnh vực thử kết nối',
  KenhThucHien: '1',
  ChuHoSo: 'Nguyễn Thị Mẫu',
  SoGiayToChuHoSo: '051199000017',
  LoaiDoiTuong: '1',
  TrichYeuHoSo: 'Hồ sơ thử kết nối, không xử lý',
  NgayNopHoSo: vietnamTime(),
  TrangThaiHoSo: '1',
  HinhThuc: '0',
  DonViXuLy: agency,
  NoiNopHoSo: '2',
  HoSoCoThanhPhanSoHoa: '1',
  TaiKhoanDuocXacThucVoiVNeID: '0',
  DuocThanhToanTrucTuyen: '0',
  DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '051199000017' }],
  TaiLieuNop: [
    {
      TepDinhKemId: `${code}-T1`,
      TenTepDinhKem: 'đơn đề nghị.pdf',
      IsDeleted: '0',
      MaThanhPhanHoSo: 'DON',
      DuongDanTaiTepTin: '',
      DuocSoHoa: '1',
      DuocTaiSuDung: '0',
      DuocLayTuKhoDMQG: '0',
      MaKetQuaThayThe: '',
    },
  ],
  DanhSachLePhi: [{ TenPhiLePhi: 'Lệ phí', MaPhiLePhi: 'LP', HinhThucThu: '2', Gia: '15000', LoaiPhiLePhi: '2' }],
  ...change,
});

export const lineOf = (code: string, status: string): Json => ({
  MaHoSo: code,
  NguoiXuLy: 'Trần Thị Mẫu',
  ChucDanh: 'Chuyên viên',
  ThoiDiemXuLy: vietnamTime(),
  PhongBanXuLy: 'Bộ phận Một cửa',
  NoiDungXuLy: 'Thử kết nối',
  TrangThai: status,
  NgayBatDau: vietnamTime(),
  NgayKetThucTheoQuyDinh: '',
});
