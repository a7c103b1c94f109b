import type { Subject } from '@motcua/contracts';
import type { IdentityType } from '@motcua/kernel';
import { listIn, textIn } from '../receive/fields.js';

type Json = Readonly<Record<string, unknown>>;

const KINDS: Readonly<Record<string, Subject>> = { 1: 'citizen', 2: 'enterprise', 3: 'stateAgency', 4: 'other' };

/** Which kind of number it is: what the portal says of it goes before what it looks like. */
function identityTypeOf(record: Json, number: string, kind: Subject): IdentityType {
  const [identity] = listIn(record, 'DinhDanhCHS');
  if (identity && textIn(identity, 'LoaiDinhDanh') !== '')
    return textIn(identity, 'LoaiDinhDanh') === '2' ? 'oldId' : 'citizenId';
  if (kind === 'enterprise') return 'taxCode';
  if (kind === 'stateAgency') return 'agencyIdentifier';
  if (/^\d{12}$/.test(number)) return 'citizenId';
  return /^\d{9}$/.test(number) ? 'oldId' : 'passport';
}

/** Who the applicant is, as the portal says: what `applicant.named` seals. */
export function applicantIn(record: Json): object {
  const kind = KINDS[textIn(record, 'LoaiDoiTuong')] ?? 'citizen';
  const [identity] = listIn(record, 'DinhDanhCHS');
  const number = textIn(record, 'SoGiayToChuHoSo') || (identity ? textIn(identity, 'SoDinhDanh') : '');
  const orNull = (name: string): string | null => textIn(record, name) || null;
  return {
    kind,
    identity: { type: identityTypeOf(record, number, kind), number },
    fullName: textIn(record, 'ChuHoSo'),
    email: orNull('Email'),
    phone: orNull('SoDienThoai'),
    address: null,
    deliveryAddress: textIn(record, 'HinhThuc') === '1' ? orNull('ThongTinTra') : null,
  };
}
