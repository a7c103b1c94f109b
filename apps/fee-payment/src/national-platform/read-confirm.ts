import type { ReadConfirmation } from '../gateway/payment-gateway.js';
import { readSoTien } from './so-tien.js';
import { type Fields, HASHED_FIELDS, maXacThuc, sameHash } from './message-hash.js';

const LONGEST = 500;

const refused = (why: 'badHash' | 'badMessage', reference: string, detail: string): ReadConfirmation => ({
  is: 'refused',
  why,
  reference,
  detail,
});

/** Every hashed field as text; undefined where one is no text, too long, or hides a separator. */
function textsOf(body: Readonly<Record<string, unknown>>): Fields | undefined {
  const fields: Record<string, string> = {};
  for (const name of [...HASHED_FIELDS.CONFIRM, 'MaXacThuc']) {
    const value = body[name] ?? '';
    const text = typeof value === 'number' ? String(value) : value;
    // A `|` inside a field would let the same hash stand for other fields.
    if (typeof text !== 'string' || text.length > LONGEST || text.includes('|')) return undefined;
    fields[name] = text;
  }
  return fields;
}

/** Reads CONFIRM. Fields that we do not know are ignored: they are not hashed. */
export function readConfirm(body: unknown, partner: string, secret: string): ReadConfirmation {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return refused('badMessage', '', 'not a JSON object');
  const fields = textsOf(body as Record<string, unknown>);
  if (!fields) return refused('badMessage', '', 'a field is not text, is too long or contains |');
  const { MaThamChieu = '', MaXacThuc = '', SoTien = '', MaGiaoDich = '' } = fields;
  if (!sameHash(maXacThuc('CONFIRM', fields, secret), MaXacThuc))
    return refused('badHash', MaThamChieu, 'MaXacThuc does not match the message');
  if (fields['LoaiBanTin'] !== 'CONFIRM') return refused('badMessage', MaThamChieu, 'LoaiBanTin is not CONFIRM');
  if (fields['MaDoiTac'] !== partner) return refused('badMessage', MaThamChieu, 'MaDoiTac is another partner');
  const success = fields['MaLoi'] === '00';
  const amount = readSoTien(SoTien);
  if (success && (amount === undefined || fields['MaTienTe'] !== 'VND')) {
    return refused('badMessage', MaThamChieu, 'SoTien is not a whole number of VND');
  }
  const transaction = MaGiaoDich === '' ? null : MaGiaoDich;
  return { is: 'genuine', confirmation: { reference: MaThamChieu, success, amount: amount ?? 0, transaction } };
}
