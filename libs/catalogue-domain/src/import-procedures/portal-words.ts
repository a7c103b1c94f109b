import type { TermUnit } from '@motcua/legal-clock';
import type { Channel, FeeKind, Subject } from '../vocabulary.js';
import { folded } from '@motcua/kernel';

/** The words of both portal forms, read without regard to case and diacritics. */
const CHANNELS: Readonly<Record<string, Channel>> = {
  direct: 'counter',
  'truc tiep': 'counter',
  '1': 'counter',
  online: 'online',
  'truc tuyen': 'online',
  '2': 'online',
  postal: 'post',
  'dich vu buu chinh': 'post',
  'buu chinh': 'post',
  '3': 'post',
};

const UNITS: Readonly<Record<string, TermUnit>> = {
  'working day': 'workingDay',
  'ngay lam viec': 'workingDay',
  'working hour': 'workingHour',
  hour: 'workingHour',
  'gio lam viec': 'workingHour',
  gio: 'workingHour',
  day: 'calendarDay',
  ngay: 'calendarDay',
  month: 'month',
  thang: 'month',
};

export const channelOf = (text: string): Channel | undefined => CHANNELS[folded(text)];
export const unitOf = (text: string): TermUnit | undefined => UNITS[folded(text)];

const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/^(cong dan|nguoi|can bo)/, 'citizen'],
  [/^(doanh nghiep|hop tac xa)/, 'enterprise'],
  [/^co quan/, 'stateAgency'],
];

export const subjectOf = (name: string): Subject =>
  SUBJECTS.find(([pattern]) => pattern.test(folded(name)))?.[1] ?? 'other';

/** The portal's type says FEE for both; a charge (lệ phí) calls itself one, and speaks of no fee (phí) beside it. */
export function feeKindOf(text: string): FeeKind {
  const words = folded(text).replaceAll(/\bmien phi\b/g, '');
  const besides = words.replaceAll(/\ble phi\b/g, '');
  return besides !== words && !/\bphi\b/.test(besides) ? 'lePhi' : 'phi';
}

const DONG = /^(viet nam dong|dong|vnd|d|)$/;
export const isDong = (currency: string): boolean => DONG.test(folded(currency));

const FREE = /\bmien\b|khong thu|khong phai nop|khong mat phi/;
/** For some only, or as something else says. */
const NOT_FOR_ALL = /\b(mien|khong thu)\b.*\b(cho|doi voi|truong hop)\b|theo quy dinh|hoi dong nhan dan|nghi quyet/;
/** Whether a note beside a fee of 0 says that nothing is owed, rather than that someone else sets the fee or that some are free. */
export const saysFree = (note: string): boolean =>
  note.trim() === '' || (FREE.test(folded(note)) && !NOT_FOR_ALL.test(folded(note)));
