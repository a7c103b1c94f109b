import type { PortalProgress, PortalRecord } from './portal-record.js';

/** The portal's limits, in characters. */
const SUMMARY = 1000;
const RESULT_NAME = 2000;
const OFFICER = 50;

/** The first `longest` characters, none of them broken: a letter keeps its marks, a sign its halves. */
export function cut(text: string, longest: number): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  let end = longest;
  // A mark belongs to the letter before it.
  while (end > 0 && /^[\p{M}\u200d]/u.test(characters[end] ?? '')) end -= 1;
  return characters.slice(0, end).join('');
}

/** A record as it is sent: cut at the portal's limits. The journal keeps it whole. */
export function cutRecord(record: PortalRecord): PortalRecord {
  const { TrichYeuHoSo, DanhSachGiayToKetQua: results } = record;
  // A text that is shorter in code units is shorter in characters: the record itself goes out.
  if (TrichYeuHoSo.length <= SUMMARY && results.every(({ TenGiayTo }) => TenGiayTo.length <= RESULT_NAME))
    return record;
  return {
    ...record,
    TrichYeuHoSo: cut(TrichYeuHoSo, SUMMARY),
    DanhSachGiayToKetQua: results.map((one) => ({ ...one, TenGiayTo: cut(one.TenGiayTo, RESULT_NAME) })),
  };
}

export const cutLine = (line: PortalProgress): PortalProgress =>
  line.NguoiXuLy.length <= OFFICER ? line : { ...line, NguoiXuLy: cut(line.NguoiXuLy, OFFICER) };
