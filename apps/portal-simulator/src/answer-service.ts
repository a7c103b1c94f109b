import { listed, type PublishedCatalogue } from './catalogue.js';
import type { DossierChange } from './change-log.js';
import type { Holdings } from './holdings.js';
import { faultOfDossier, faultOfProgress } from './record-shape.js';
import type { Wire } from './records.js';

/** What the portal answers, and what it takes when it answers so. */
export interface Decision {
  readonly code: string;
  readonly message?: string;
  readonly result?: unknown;
  readonly change?: DossierChange;
}

const MOST_LINES = 10;
const refusal = (code: string, message: string): Decision => ({ code, message });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function takeDossier({ isUpdating, data }: Wire, holdings: Holdings, at: string): Decision {
  if (isUpdating !== 'True' && isUpdating !== 'False') return refusal('5', 'isUpdating phải là "True" hoặc "False"');
  if (!Array.isArray(data) || data.length !== 1) return refusal('5', 'data phải có đúng một hồ sơ');
  const record = data[0] as Wire;
  const fault = faultOfDossier(record);
  if (fault !== undefined) return refusal('4', `Trường ${fault}`);
  const code = text(record['MaHoSo']);
  const known = holdings.find(code) !== undefined;
  if (known && isUpdating === 'False') return refusal('3', `Hồ sơ ${code} đã tồn tại`);
  if (!known && isUpdating === 'True') return refusal('3', `Hồ sơ ${code} không tồn tại`);
  return { code: '0', message: 'Thành công', change: { kind: 'dossier', code, bornHere: false, record, at } };
}

function takeProgress({ data }: Wire, holdings: Holdings, at: string): Decision {
  if (!Array.isArray(data) || data.length === 0) return refusal('5', 'data phải là mảng có phần tử');
  if (data.length > MOST_LINES) return refusal('5', `Mỗi lần gửi không quá ${MOST_LINES} dòng tiến độ`);
  const lines = data as readonly Wire[];
  for (const line of lines) {
    const fault = faultOfProgress(line);
    if (fault !== undefined) return refusal('4', `Trường ${fault}`);
  }
  const unknown = lines.find((line) => !holdings.find(text(line['MaHoSo'])));
  if (unknown) return refusal('3', `Hồ sơ ${text(unknown['MaHoSo'])} không tồn tại`);
  return { code: '0', message: 'Thành công', change: { kind: 'progress', lines, at } };
}

/** The portal's answer to one call that arrived with a valid session. */
export function answerService(call: Wire, holdings: Holdings, catalogue: PublishedCatalogue, at: string): Decision {
  switch (call['service']) {
    case 'DongBoHoSoMC':
      return takeDossier(call, holdings, at);
    case 'CapNhatTienDoHoSoMC':
      return takeProgress(call, holdings, at);
    case 'TraCuuHoSo': {
      const held = holdings.find(text(call['mahoso']));
      return { code: '0', result: held ? [held.record] : [] };
    }
    case 'LayDanhSachTTHC':
      return { code: '0', result: [...catalogue.procedures.values()].map(listed) };
    case 'LayThuTuc': {
      const found = catalogue.procedures.get(text(call['maTTHC']));
      return found ? { code: '0', result: [found] } : refusal('6', 'Thủ tục không tồn tại');
    }
    case 'LayDanhMucCoQuan':
      return { code: '0', result: catalogue.agencies };
    case 'LayDanhMucLinhVuc':
      return { code: '0', result: catalogue.fields };
    default:
      return refusal('2', 'Không có dịch vụ này');
  }
}
