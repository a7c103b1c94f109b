import type { Participants } from './participants.js';
import type { Json } from './scenario-client.js';

export interface PortalForm {
  readonly portalCode: string;
  readonly procedure: Json;
  readonly citizen: Participants['citizen'];
  readonly home: string;
  /** `yyyyMMddHHmmss` in Vietnam */
  readonly submittedAt: string;
  readonly papers: readonly Json[];
}

/** A paper as the citizen uploads it at the portal. */
export const portalPaper = (component: string, name: string, bytes: Uint8Array): Json => ({
  component,
  name,
  content: Buffer.from(bytes).toString('base64'),
});

/** The portal's form as a citizen fills it in, in the portal's words. */
export const fillPortalForm = ({ portalCode, procedure, citizen, home, submittedAt, papers }: PortalForm): Json => ({
  MaHoSo: portalCode,
  MaTTHC: procedure.code,
  TenTTHC: procedure.name,
  DonViXuLy: procedure.competentAgency,
  ChuHoSo: citizen.name,
  SoGiayToChuHoSo: citizen.citizen_id,
  DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: citizen.citizen_id }],
  LoaiDoiTuong: procedure.subjects.includes('citizen') ? '1' : '4',
  Email: 'mau@example.test',
  SoDienThoai: '0900000001',
  HinhThuc: '1',
  ThongTinTra: home,
  NgayNopHoSo: submittedAt,
  papers,
});
