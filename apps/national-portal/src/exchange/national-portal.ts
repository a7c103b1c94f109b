import type { PortalProgress, PortalRecord } from '../record/portal-record.js';
import type { PortalAnswer } from './portal-answer.js';

/** The national portal, as the rest of the service sees it. No method throws: who is away has not answered. */
export abstract class NationalPortal {
  /** `DongBoHoSoMC` with one dossier. */
  abstract sendRecord(record: PortalRecord, asUpdate: boolean): Promise<PortalAnswer>;
  /** `CapNhatTienDoHoSoMC` with at most ten lines. */
  abstract sendProgress(lines: readonly PortalProgress[]): Promise<PortalAnswer>;
  /** `TraCuuHoSo`: the record as the portal holds it, in texts; null where it holds none. */
  abstract findRecord(code: string): Promise<Found<Readonly<Record<string, unknown>> | null>>;
  /** `LayDanhSachTTHC`, `LayDanhMucCoQuan` or `LayDanhMucLinhVuc`. */
  abstract list(service: ListService): Promise<Found<readonly Readonly<Record<string, unknown>>[]>>;
  /** `LayThuTuc`. */
  abstract findProcedure(code: string): Promise<Found<Readonly<Record<string, unknown>> | null>>;
}

export type ListService = 'LayDanhSachTTHC' | 'LayDanhMucCoQuan' | 'LayDanhMucLinhVuc';

export type Found<T> =
  { readonly answered: true; readonly found: T } | { readonly answered: false; readonly answer: PortalAnswer };
