import type { PortalProgress, PortalRecord } from './portal-record.js';

/** The first `longest` characters, none of them broken: a letter keeps its marks, a sign its halves. */
export const cut = (text: string, longest: number): string => {
  const characters = [...text];
  if (characters.length <= longest) return text;
  let end = longest;
  // A mark belongs to the letter before it.
  while (end > 0 && /^[\p{M}\u200d]/u.test(characters[end] ?? '')) end -= 1;
  return characters.slice(0, end).join('');
};

/** A record as it is sent: cut at the portal's limits. The journal keeps it whole. */
export const cutRecord = (record: PortalRecord): PortalRecord => ({
  ...record,
  TrichYeuHoSo: cut(record.TrichYeuHoSo, 1000),
  DanhSachGiayToKetQua: record.DanhSachGiayToKetQua.map((one) => ({ ...one, TenGiayTo: cut(one.TenGiayTo, 2000) })),
});

export const cutLine = (line: PortalProgress): PortalProgress => ({ ...line, NguoiXuLy: cut(line.NguoiXuLy, 50) });
