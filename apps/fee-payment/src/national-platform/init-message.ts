import type { PaymentToOpen } from '../gateway/payment-gateway.js';
import type { Fields } from './message-hash.js';
import { thoiGianGD } from './thoi-gian-gd.js';

export const PHIEN_BAN = '1.0.6';

const LOAI_PHI_LE_PHI = { phi: 'PHI', lePhi: 'LEPHI' } as const;

/** What the platform prints on its own bill. The payer stays empty: names do not leave the province with a fee. */
const thongTinBienLai = ({ procedure, agency, dossierCode, lines, beneficiary }: PaymentToOpen): string =>
  JSON.stringify({
    MaTTHC: procedure.code,
    TenTTHC: procedure.name,
    MaDonVi: agency.code,
    TenDonVi: agency.name,
    MaHoSo: dossierCode,
    TaiKhoanThuHuong: beneficiary.account,
    TenTaiKhoanThuHuong: beneficiary.name,
    NganHangThuHuong: beneficiary.bank,
    NguoiNop: '',
    PhiLePhi: lines.map(({ code, kind, name, amount }) => ({
      LoaiPhiLePhi: LOAI_PHI_LE_PHI[kind],
      MaPhiLePhi: code,
      TenPhiLePhi: name,
      SoTien: String(amount),
    })),
  });

/** INIT without its hash. */
export const initMessage = (payment: PaymentToOpen, partner: string): Fields => ({
  LoaiBanTin: 'INIT',
  PhienBan: PHIEN_BAN,
  MaDoiTac: partner,
  MaThamChieu: payment.reference,
  SoTien: String(payment.amount),
  LoaiHinhThanhToan: 'PAY',
  MaKenhThanhToan: '1',
  MaThietBi: '1',
  NgonNgu: 'vi-VN',
  MaTienTe: 'VND',
  MaNganHang: 'PAYMENT',
  ThongTinGiaoDich: `Thanh toan ho so ${payment.dossierCode}`,
  ThoiGianGD: thoiGianGD(payment.at),
  Ip: payment.payerAddress,
  ThongTinBienLai: thongTinBienLai(payment),
  // Not hashed, as the bill is not: TLS vouches for it.
  ...(payment.returnUrl !== null && { UrlTraVe: payment.returnUrl }),
});
