import { vietQr } from './viet-qr.js';

const ACCOUNT = { number: '0011001932418', bankBin: '970415' };

describe('VietQR', () => {
  it('is the published sample of a transfer to an account', () => {
    expect(vietQr({ account: ACCOUNT, amount: 120_000, content: 'ung ho lu lut' })).toBe(
      '00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C',
    );
  });

  it('says account, amount and reference, object by object, with its checksum', () => {
    // By hand: 38 = 0010A000000727 + 01(0006970436 + 01100351101234) + 0208QRIBFTTA; the checksum was reckoned by another program.
    expect(
      vietQr({ account: { number: '0351.1012.34', bankBin: '970436' }, amount: 115_000, content: 'H4826112400000001' }),
    ).toBe(
      [
        ...[
          '000201',
          '010212',
          '38540010A00000072701240006970436011003511012340208QRIBFTTA',
          '5303704',
          '5406115000',
          '5802VN',
        ],
        ...['62210817H4826112400000001', '6304', 'A419'],
      ].join(''),
    );
  });

  it('is none for an account whose bank is not known to other banks, or whose number they do not take', () => {
    const transfer = { amount: 1, content: 'H48' };
    expect(vietQr({ ...transfer, account: { ...ACCOUNT, bankBin: null } })).toBeNull();
    expect(vietQr({ ...transfer, account: { ...ACCOUNT, number: '...' } })).toBeNull();
    expect(vietQr({ ...transfer, account: { ...ACCOUNT, number: '12345678901234567890' } })).toBeNull();
    expect(vietQr({ account: ACCOUNT, amount: 1, content: 'Hồ sơ' })).toBeNull();
  });

  it('is one for numbers of 1 to 19 letters and digits', () => {
    const numbered = (number: string) => vietQr({ account: { ...ACCOUNT, number }, amount: 1, content: 'H48' });
    expect(numbered('7')).toContain('0208QRIBFTTA');
    expect(numbered('1234567890123456789')).toContain('01191234567890123456789');
  });
});
