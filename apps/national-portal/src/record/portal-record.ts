/** A dossier's record as the portal takes it: every field always there, every value a text or a list. */
export interface PortalRecord {
  readonly MaHoSo: string;
  readonly MaTTHC: string;
  readonly TenTTHC: string;
  readonly MaLinhVuc: string;
  readonly TenLinhVuc: string;
  readonly KenhThucHien: string;
  readonly ChuHoSo: string;
  readonly SoGiayToChuHoSo: string;
  readonly LoaiDoiTuong: string;
  readonly MaDoiTuong: string;
  readonly ThongTinKhac: string;
  readonly Email: string;
  readonly Fax: string;
  readonly SoDienThoai: string;
  readonly TrichYeuHoSo: string;
  readonly NgayNopHoSo: string;
  readonly NgayTiepNhan: string;
  readonly NgayHenTra: string;
  readonly NgayTra: string;
  readonly NgayKetThucXuLy: string;
  readonly NgayTuChoi: string;
  readonly TrangThaiHoSo: string;
  readonly ThongTinTra: string;
  readonly HinhThuc: string;
  readonly DonViXuLy: string;
  readonly GhiChu: string;
  readonly NoiNopHoSo: string;
  readonly HoSoCoThanhPhanSoHoa: string;
  readonly TaiKhoanDuocXacThucVoiVNeID: string;
  readonly DuocThanhToanTrucTuyen: string;
  readonly DinhDanhCHS: readonly { readonly LoaiDinhDanh: string; readonly SoDinhDanh: string }[];
  readonly DSKetNoiCSDL: readonly { readonly MaCSDL: string }[];
  readonly TaiLieuNop: readonly PortalFile[];
  readonly DanhSachLePhi: readonly PortalFee[];
  readonly DanhSachTepDinhKemKhac: readonly PortalFurtherPaper[];
  readonly DanhSachHoSoBoSung: readonly PortalSupplement[];
  readonly DanhSachGiayToKetQua: readonly PortalResult[];
}

/** LoaiGiayTo: 1 original, 2 copy. */
export interface PortalFurtherPaper {
  readonly TenGiayTo: string;
  readonly SoLuong: string;
  readonly LoaiGiayTo: string;
}

export interface PortalFile {
  readonly TepDinhKemId: string;
  readonly TenTepDinhKem: string;
  readonly IsDeleted: string;
  readonly MaThanhPhanHoSo: string;
  readonly DuongDanTaiTepTin: string;
  readonly DuocSoHoa: string;
  readonly DuocTaiSuDung: string;
  readonly DuocLayTuKhoDMQG: string;
  readonly MaKetQuaThayThe: string;
}

export interface PortalFee {
  readonly TenPhiLePhi: string;
  readonly MaPhiLePhi: string;
  readonly HinhThucThu: string;
  readonly Gia: string;
  readonly LoaiPhiLePhi: string;
}

export interface PortalSupplement {
  readonly HoSoBoSungId: string;
  readonly NguoiYeuCauBoSung: string;
  readonly NoiDungBoSung: string;
  readonly NgayBoSung: string;
  readonly NguoiTiepNhanBoSung: string;
  readonly ThongTinTiepNhan: string;
  readonly NgayTiepNhanBoSung: string;
  readonly TrangThaiBoSung: string;
  readonly DanhSachGiayToBoSung: readonly never[];
  readonly DanhSachLePhiBoSung: readonly never[];
  readonly NgayHenTraTruoc: string;
  readonly NgayHenTraMoi: string;
}

export interface PortalResult {
  readonly TenGiayTo: string;
  readonly MaThanhPhanHoSo: string;
  readonly GiayToId: string;
  readonly DuongDanTepTinKetQua: string;
  readonly MaGiayToKetQua: string;
}

/** One line of progress. */
export interface PortalProgress {
  readonly MaHoSo: string;
  readonly NguoiXuLy: string;
  readonly ChucDanh: string;
  readonly ThoiDiemXuLy: string;
  readonly PhongBanXuLy: string;
  readonly NoiDungXuLy: string;
  readonly TrangThai: string;
  readonly NgayBatDau: string;
  readonly NgayKetThucTheoQuyDinh: string;
}
