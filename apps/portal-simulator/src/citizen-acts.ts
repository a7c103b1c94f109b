import { randomUUID } from 'node:crypto';
import { smallPdf } from './held-files.js';
import type { NationalPortal } from './national-portal.js';
import type { Pushed } from './province-client.js';
import { blankDossier } from './record-shape.js';
import type { Wire } from './records.js';
import { vietnamTime } from './vietnam-time.js';

/** What came of a citizen's act: the code at the portal, what was sent, and the province's answer. */
export interface Act {
  readonly code: string;
  readonly sent: Wire;
  readonly pushed: Pushed;
}

interface Paper {
  /** Component that it is given as. */
  readonly component: string;
  readonly name?: string;
  /** In base64; a small PDF of the simulator's own where it is absent. */
  readonly content?: string;
  readonly mediaType?: string;
}

let number = 0;
/** The portal's own codes: like a province's, with the portal's identifier. */
function newCode(): string {
  number = (number + 1) % 1_000_000;
  return `000.00.00.G22-${vietnamTime().slice(2, 8)}-${vietnamTime().slice(8)}${String(number).padStart(6, '0')}`;
}

function held(portal: NationalPortal, { component, name, content, mediaType }: Paper): Wire {
  const title = name ?? `${component}.pdf`;
  const bytes = content === undefined ? smallPdf(`${title} ${randomUUID()}`) : Buffer.from(content, 'base64');
  const { id, url } = portal.files.add({ name: title, mediaType: mediaType ?? 'application/pdf', content: bytes });
  return {
    TepDinhKemId: id,
    TenTepDinhKem: title,
    IsDeleted: '0',
    MaThanhPhanHoSo: component,
    DuongDanTaiTepTin: url,
    DuocSoHoa: '0',
    DuocTaiSuDung: '0',
    DuocLayTuKhoDMQG: '0',
    MaKetQuaThayThe: '',
  };
}

const papersOf = (portal: NationalPortal, body: Wire): readonly Wire[] =>
  ((body['papers'] ?? []) as readonly Paper[]).map((paper) => held(portal, paper));

/** What is written only where the act's own words do not say otherwise. */
const over = (defaults: Wire, { papers: _, ...said }: Wire): Wire => ({ ...defaults, ...said });

/** Values as numbers where they are digits alone: what a careless sender does. */
const numbered = (record: Wire): Wire =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : value,
    ]),
  );

async function push(portal: NationalPortal, code: string, path: string, record: Wire): Promise<Act> {
  const { numbers = false, duplicates = false } = portal.conduct;
  const sent = numbers ? numbered(record) : record;
  return { code, sent, pushed: await portal.province.post(path, sent, duplicates ? 2 : 1) };
}

/** A citizen submits a dossier at the portal; a known MaHoSo is the same dossier, perhaps changed. */
export function submitDossier(portal: NationalPortal, body: Wire): Promise<Act> {
  const code = typeof body['MaHoSo'] === 'string' ? body['MaHoSo'] : newCode();
  const record = over(
    {
      ...blankDossier(),
      MaHoSo: code,
      KenhThucHien: '2',
      LoaiDoiTuong: '1',
      HinhThuc: '0',
      NgayNopHoSo: vietnamTime(),
      TrangThaiHoSo: '1',
      NoiNopHoSo: '1',
      HoSoCoThanhPhanSoHoa: '0',
      TaiKhoanDuocXacThucVoiVNeID: '1',
      DuocThanhToanTrucTuyen: '0',
      TaiLieuNop: papersOf(portal, body),
    },
    body,
  );
  portal.take({ kind: 'dossier', code, bornHere: true, record, at: new Date().toISOString() });
  return push(portal, code, 'received-dossiers', record);
}

const codeOf = (body: Wire): string => (typeof body['MaHoSo'] === 'string' ? body['MaHoSo'] : '');
function openSupplement(portal: NationalPortal, code: string): string {
  const asked = (portal.holdings.find(code)?.record['DanhSachHoSoBoSung'] ?? []) as readonly Wire[];
  const id = asked.find((one) => one['NgayTiepNhanBoSung'] === '')?.['HoSoBoSungId'];
  return typeof id === 'string' ? id : '';
}

/** Gives what the province asked for. */
export function giveSupplement(portal: NationalPortal, body: Wire): Promise<Act> {
  const code = codeOf(body);
  const record = over(
    {
      MaYeuCau: randomUUID(),
      MaHoSo: code,
      HoSoBoSungId: openSupplement(portal, code),
      NoiDungBoSung: 'Đã bổ sung theo yêu cầu',
      NgayTiepNhanBoSung: vietnamTime(),
      TaiLieuNop: papersOf(portal, body),
    },
    body,
  );
  return push(portal, code, 'received-supplements', record);
}

export function withdraw(portal: NationalPortal, body: Wire): Promise<Act> {
  const code = codeOf(body);
  const record = over(
    { MaYeuCau: randomUUID(), MaHoSo: code, LyDo: 'Không còn nhu cầu', NgayRut: vietnamTime() },
    body,
  );
  return push(portal, code, 'received-withdrawals', record);
}

export function pay(portal: NationalPortal, body: Wire): Promise<Act> {
  const code = codeOf(body);
  const owed = (portal.holdings.find(code)?.record['DanhSachLePhi'] ?? []) as readonly Wire[];
  const record = over(
    {
      MaYeuCau: randomUUID(),
      MaHoSo: code,
      MaGiaoDich: `DVCQG${vietnamTime()}`,
      SoTien: String(owed.reduce((sum, line) => sum + Number(line['Gia']), 0)),
      ThoiGianGD: vietnamTime(),
    },
    body,
  );
  return push(portal, code, 'received-payments', record);
}
