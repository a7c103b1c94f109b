import { maXacThuc, sameHash } from './message-hash.js';

const SECRET = 'secret-of-the-test-platform';
const COMMON = { MaDoiTac: 'MOTCUA-TEST', MaThamChieu: 'H4826112400000001' };
const MONEY = { ...COMMON, SoTien: '115000', MaTienTe: 'VND', MaNganHang: 'PAYMENT' };
const INIT = {
  ...{
    ...MONEY,
    LoaiBanTin: 'INIT',
    PhienBan: '1.0.6',
    LoaiHinhThanhToan: 'PAY',
    MaKenhThanhToan: '1',
    MaThietBi: '1',
  },
  ...{ NgonNgu: 'vi-VN', ThongTinGiaoDich: 'Thanh toán hồ sơ H48.12-261124-0001', ThoiGianGD: '20261124090000' },
};
const CONFIRM = {
  ...{ ...MONEY, LoaiBanTin: 'CONFIRM', MaLoi: '00', MaGiaoDich: 'GD000000001' },
  ...{ ThoiGianGD: '20261124092000', ThongTinGiaoDich: 'Thanh toán hồ sơ H48.12-261124-0001' },
};
const ASK = { ...COMMON, PhienBan: '1.0.6', ThoiGianGD: '20261124093000' };

describe('MaXacThuc', () => {
  // Computed with coreutils: printf '%s' 'INIT|1.0.6|…|secret' | sha256sum
  it.each([
    ['INIT', INIT, 'dd23f9e0bd1a259b61879291be89c690365395b4a1ff43e417cc2f2d68e543dd'],
    ['CONFIRM', CONFIRM, '698a6a73d0d4b3070c6b6fbc9d6617434cc874c05d86c30944dc1fdd4fb1bebe'],
    ['QUERY', { ...ASK, LoaiBanTin: 'QUERY' }, 'a05e2f5e071cdb0a1a3a8aa168dc1ab4c6711883b83728af845f6fe9d327ae68'],
    [
      'CONFIRM_ANSWER',
      { ...COMMON, MaLoi: '00', MoTaLoi: 'Thành công', ThoiGianGD: '20261124092001' },
      '5ab4fb5a1baf25f51e2306138a6986107afb5424e97049a2ea18b841de6e8899',
    ],
  ] as const)(
    'of %s is the lower-case hex SHA-256 of its fields in order, absent ones empty, with the secret last',
    (kind, fields, hash) => {
      expect(maXacThuc(kind, fields, SECRET)).toBe(hash);
    },
  );

  it('depends on every field, on the secret, and on nothing that is not hashed', () => {
    const hash = maXacThuc('CONFIRM', CONFIRM, SECRET);
    for (const name of Object.keys(CONFIRM))
      expect(maXacThuc('CONFIRM', { ...CONFIRM, [name]: 'x' }, SECRET)).not.toBe(hash);
    expect(maXacThuc('CONFIRM', CONFIRM, `${SECRET}.`)).not.toBe(hash);
    expect(maXacThuc('CONFIRM', { ...CONFIRM, GhiChu: 'x' }, SECRET)).toBe(hash);
  });

  it('is compared whole: another length, another case or one other digit is another hash', () => {
    const hash = maXacThuc('CONFIRM', CONFIRM, SECRET);
    expect(sameHash(hash, hash)).toBe(true);
    for (const other of [
      '',
      hash.slice(1),
      hash.toUpperCase(),
      `${hash.slice(0, -1)}${hash.endsWith('0') ? '1' : '0'}`,
    ]) {
      expect(sameHash(hash, other)).toBe(false);
    }
  });
});
