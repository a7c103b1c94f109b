import { initMessage } from './init-message.js';
import { readSoTien } from './so-tien.js';
import { thoiGianGD } from './thoi-gian-gd.js';

const at = Temporal.Instant.from('2026-12-31T17:00:59.999Z');

describe("the platform's words", () => {
  it('write a time as yyyyMMddHHmmss in Vietnam: new year comes at 17:00 UTC, and no second is rounded up', () => {
    expect(thoiGianGD(at)).toBe('20270101000059');
  });

  it.each([
    ['115000', 115_000],
    ['0', 0],
    ['115000.00', undefined],
    ['999999999999', 999_999_999_999],
    ['1000000000000', undefined],
    ['-1', undefined],
    ['1e5', undefined],
    [' 1', undefined],
    ['', undefined],
  ])('read the amount %j as %p', (text, amount) => expect(readSoTien(text)).toBe(amount));

  it('open a payment with every value a text, the lines of its bill, and no name of a payer', () => {
    const message = initMessage(
      {
        reference: 'R1',
        amount: 135_000,
        dossierCode: 'H48.12-261124-0001',
        procedure: { code: '1.001686', name: 'Cấp giấy chứng nhận' },
        agency: { code: 'H48.12', name: 'Sở Nông nghiệp và Môi trường' },
        lines: [
          { code: 'P', kind: 'phi', name: 'Phí thẩm định', amount: 115_000 },
          { code: 'L', kind: 'lePhi', name: 'Lệ phí', amount: 20_000 },
        ],
        beneficiary: { account: '3511', name: 'Kho bạc', bank: 'KBNN' },
        returnUrl: 'https://dichvucong.example/ho-so?ma=1',
        payerAddress: '203.0.113.7',
        at,
      },
      'MOTCUA-TEST',
    );
    expect(message).toMatchObject({
      ...{ LoaiBanTin: 'INIT', PhienBan: '1.0.6', MaDoiTac: 'MOTCUA-TEST', MaThamChieu: 'R1', SoTien: '135000' },
      ...{ LoaiHinhThanhToan: 'PAY', MaKenhThanhToan: '1', MaThietBi: '1', NgonNgu: 'vi-VN', MaTienTe: 'VND' },
      ...{ MaNganHang: 'PAYMENT', ThoiGianGD: '20270101000059', Ip: '203.0.113.7' },
    });
    expect(Object.values(message).every((value) => typeof value === 'string' && !value.includes('|'))).toBe(true);
    expect(JSON.parse(message['ThongTinBienLai'] ?? '')).toEqual({
      MaTTHC: '1.001686',
      TenTTHC: 'Cấp giấy chứng nhận',
      MaDonVi: 'H48.12',
      TenDonVi: 'Sở Nông nghiệp và Môi trường',
      MaHoSo: 'H48.12-261124-0001',
      TaiKhoanThuHuong: '3511',
      TenTaiKhoanThuHuong: 'Kho bạc',
      NganHangThuHuong: 'KBNN',
      NguoiNop: '',
      PhiLePhi: [
        { LoaiPhiLePhi: 'PHI', MaPhiLePhi: 'P', TenPhiLePhi: 'Phí thẩm định', SoTien: '115000' },
        { LoaiPhiLePhi: 'LEPHI', MaPhiLePhi: 'L', TenPhiLePhi: 'Lệ phí', SoTien: '20000' },
      ],
    });
  });
});
