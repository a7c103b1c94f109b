import type { NationalPortal } from './national-portal.js';
import type { HeldDossier, Wire } from './records.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const escape = (value: unknown): string =>
  textOf(value).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const STATUSES: Readonly<Record<string, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};
const MOST_ROWS = 200;

const statusOf = (value: unknown): string => `${escape(STATUSES[String(value)] ?? 'Không rõ')} (${escape(value)})`;

/** `yyyyMMddHHmmss` as a Vietnamese reads it. */
function timeOf(value: unknown): string {
  const [, year, month, day, hour, minute] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(String(value)) ?? [];
  return year === undefined ? '' : `${hour}:${minute} ngày ${day}/${month}/${year}`;
}

const page = (base: string, title: string, body: string): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>body{font:15px/1.5 system-ui;max-width:72rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #ddd}pre{white-space:pre-wrap;background:#f6f6f6;padding:1rem}</style>
</head><body><p><a href="${base}/">Cổng Dịch vụ công quốc gia (mô phỏng)</a></p><h1>${escape(title)}</h1>${body}</body></html>`;

const row =
  (base: string) =>
  ({ code, record, progress }: HeldDossier): string => `<tr>
<td><a href="${base}/dossiers?code=${encodeURIComponent(code)}">${escape(code)}</a></td><td>${escape(record['TenTTHC'])}</td>
<td>${escape(record['DonViXuLy'])}</td><td>${statusOf(record['TrangThaiHoSo'])}</td><td>${timeOf(record['NgayHenTra'])}</td>
<td>${progress.length}</td></tr>`;

/** Where the portal's pages are: it may stand below another's address. */
const baseOf = ({ url }: NationalPortal): string => (url === '' ? '' : new URL(url).pathname.replace(/\/$/, ''));

/** What the portal holds, newest first. */
export function listPage(portal: NationalPortal): string {
  const base = baseOf(portal);
  const all = portal.holdings.all().toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
  return page(
    base,
    'Hồ sơ đang lưu',
    `<p>Đang lưu ${all.length} hồ sơ${all.length > MOST_ROWS ? `; dưới đây là ${MOST_ROWS} hồ sơ mới nhất` : ''}.
Đã nhận ${portal.observations.counted} yêu cầu.</p>
<table><thead><tr><th>Mã hồ sơ</th><th>Thủ tục</th><th>Đơn vị xử lý</th><th>Trạng thái</th><th>Hẹn trả</th><th>Tiến độ</th></tr></thead>
<tbody>${all.slice(0, MOST_ROWS).map(row(base)).join('\n')}</tbody></table>`,
  );
}

const line = (one: Wire): string =>
  `<tr><td>${timeOf(one['ThoiDiemXuLy'])}</td><td>${escape(one['NguoiXuLy'])}${
    textOf(one['ChucDanh']) === '' ? '' : ` (${escape(one['ChucDanh'])})`
  }</td><td>${escape(one['PhongBanXuLy'])}</td><td>${escape(one['NoiDungXuLy'])}</td><td>${statusOf(one['TrangThai'])}</td></tr>`;

/** One dossier with its progress. */
export const dossierPage = (portal: NationalPortal, { code, record, progress, bornHere }: HeldDossier): string =>
  page(
    baseOf(portal),
    `Hồ sơ ${code}`,
    `<p>${escape(record['TenTTHC'])} – <strong>${statusOf(record['TrangThaiHoSo'])}</strong>.
${bornHere ? 'Nộp tại Cổng Dịch vụ công quốc gia' : 'Nộp tại địa phương'}.</p>
<h2>Quá trình xử lý</h2><table><thead><tr><th>Thời điểm</th><th>Người xử lý</th><th>Đơn vị</th><th>Nội dung</th><th>Trạng thái</th></tr></thead>
<tbody>${progress.map(line).join('\n')}</tbody></table>
<h2>Thông tin đồng bộ</h2><pre>${escape(JSON.stringify(record, null, 2))}</pre>`,
  );

export const unknownPage = (portal: NationalPortal): string =>
  page(baseOf(portal), 'Không tìm thấy', '<p>Không có hồ sơ này.</p>');
