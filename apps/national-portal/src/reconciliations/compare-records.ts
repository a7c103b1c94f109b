import type { PortalRecord } from '../record/portal-record.js';
import { sameValue } from '../record/same-value.js';

/** What may differ between what we hold and what the portal holds of a dossier. */
export const DIFFERENCES = [
  'missingThere',
  'missingHere',
  'statusDiffers',
  'datesDiffer',
  'resultsDiffer',
  'fieldsDiffer',
  'notAnswered',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface NamedDifference {
  readonly difference: Difference;
  /** The fields that differ, as we hold them and as the portal does; null where a side has none. */
  readonly ours: Readonly<Record<string, unknown>> | null;
  readonly theirs: Readonly<Record<string, unknown>> | null;
}

const DATES = ['NgayNopHoSo', 'NgayTiepNhan', 'NgayHenTra', 'NgayTra', 'NgayKetThucXuLy', 'NgayTuChoi'];
/** Of a person only that something differs is shown. */
const PERSONAL = new Set([
  'ChuHoSo',
  'SoGiayToChuHoSo',
  'Email',
  'SoDienThoai',
  'ThongTinTra',
  'DinhDanhCHS',
  'ThongTinKhac',
  'Fax',
]);
const HIDDEN = '(khác nhau)';

function kindOf(field: string): Difference {
  if (field === 'TrangThaiHoSo') return 'statusDiffers';
  if (DATES.includes(field)) return 'datesDiffer';
  return field === 'DanhSachGiayToKetQua' ? 'resultsDiffer' : 'fieldsDiffer';
}

/** Every difference of one dossier, by its kind. */
export function compareRecords(
  ours: PortalRecord | null,
  theirs: Readonly<Record<string, unknown>> | null,
): NamedDifference[] {
  if (ours === null && theirs === null) return [];
  if (theirs === null)
    return [{ difference: 'missingThere', ours: { TrangThaiHoSo: ours?.TrangThaiHoSo }, theirs: null }];
  if (ours === null)
    return [{ difference: 'missingHere', ours: null, theirs: { TrangThaiHoSo: theirs['TrangThaiHoSo'] } }];
  const differing = Object.entries(ours).filter(([field, value]) => !sameValue(value, theirs[field]));
  return [...Map.groupBy(differing, ([field]) => kindOf(field))].map(([difference, fields]) => ({
    difference,
    ours: Object.fromEntries(
      fields.map(([field, value]) => [field, PERSONAL.has(field) ? HIDDEN : (value as unknown)]),
    ),
    theirs: Object.fromEntries(fields.map(([field]) => [field, PERSONAL.has(field) ? HIDDEN : theirs[field]])),
  }));
}
