import type { Dong } from '@motcua/kernel';
import type { PayeeAccount } from './series.js';

/** What a transfer by VietQR is filled in with. */
export interface VietQrTransfer {
  readonly account: Pick<PayeeAccount, 'number' | 'bankBin'>;
  readonly amount: Dong;
  /** What the transfer says: letters and digits. */
  readonly content: string;
}

/** One data object of EMV QR Code, Merchant-Presented Mode: id, length, value. */
const object = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

/** CRC-16 of ISO/IEC 13239 as EMVCo asks for it: polynomial 1021, begun with FFFF. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at += 1) {
    crc ^= text.charCodeAt(at) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = ((crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** Banks take letters and digits in an account's number, which people write with dots and blanks. */
const plain = (number: string): string => number.replaceAll(/[^0-9A-Za-z]/g, '');

/** The text of a VietQR code (NAPAS, transfer to an account); null where the account has none. */
export function vietQr({ account: { number, bankBin }, amount, content }: VietQrTransfer): string | null {
  const account = plain(number);
  if (bankBin === null || !/^\w{1,19}$/.test(account) || !/^[\w ]{1,25}$/.test(content)) return null;
  const payee =
    object('00', 'A000000727') + object('01', object('00', bankBin) + object('01', account)) + object('02', 'QRIBFTTA');
  const text = [
    object('00', '01'),
    // For one payment: the amount is in it.
    object('01', '12'),
    object('38', payee),
    object('53', '704'),
    object('54', String(amount)),
    object('58', 'VN'),
    object('62', object('08', content)),
  ].join('');
  // Its own id and length are part of what it is computed over.
  return `${text}6304${checksum(`${text}6304`)}`;
}
