import { describe, expect, it } from '@jest/globals';
import { ERASED, type Applicant } from './applicant.js';
import { buildRecord, type SaidByPortal } from './build-record.js';
import { CodeMaps } from './code-maps.js';
import { type Facts, NO_FACTS } from './facts.js';
import { learnAcceptance, learnPayment, learnRevocation, learnStatus, learnSubmission } from './learn.js';
import type { PortalRecord } from './portal-record.js';

const file = (name: string) => ({
  id: name,
  component: 'DON-DE-NGHI',
  sha256: name,
  size: 1,
  mediaType: 'application/pdf',
  name,
});
const SUBMITTED: Facts = learnStatus(
  learnSubmission(NO_FACTS, {
    code: 'H48.12-261124-0001',
    portalCode: 'G22-1',
    procedureCode: '1.001686',
    procedureVersion: 1,
    procedureName: 'Cấp giấy chứng nhận',
    channel: 'online',
    receivingAgency: 'H48.12',
    at: '2026-11-24T09:00:00+07:00',
    applicantKind: 'citizen',
    deliveryMethod: 'counter',
    feeLines: [],
    files: [file('cu.pdf')],
    populationDataUsed: false,
  }),
  'registered',
  '2026-11-24T09:00:00+07:00',
);
const ACCEPTED: Facts = learnAcceptance(SUBMITTED, {
  at: '2026-11-25T08:10:00+07:00',
  by: { subject: null, name: 'Trần Văn Giả' },
  procedureVersion: 1,
  procedureName: 'Cấp giấy chứng nhận',
  promisedDueAt: '2026-12-02T14:58:00+07:00',
  results: [],
  files: [file('moi.pdf')],
  furtherPapers: [{ name: 'Hợp đồng thuê bến', originals: 1, copies: 2 }],
});
const SAID: SaidByPortal = {
  LoaiDoiTuong: '2',
  HinhThuc: '1',
  MaDoiTuong: '',
  NgayNopHoSo: '',
  ThongTinKhac: '',
  Fax: '',
  TrichYeuHoSo: '',
  GhiChu: '',
  TaiKhoanDuocXacThucVoiVNeID: '0',
  populationDataUsed: false,
};
const recordOf = (facts: Facts, applicant: Partial<Applicant> = {}, saidByPortal: SaidByPortal | null = null) =>
  buildRecord({
    facts,
    applicant: { ...ERASED, ...applicant },
    field: { code: 'G15', name: 'Nông nghiệp' },
    maps: new CodeMaps([]),
    saidByPortal,
    deliveredFiles: null,
    resultLink: (sha256) => `/results/${sha256}`,
  }).record as PortalRecord;

describe('a record for the portal', () => {
  it('says when it was accepted, and when it is due, only with the status that says so', () => {
    expect(recordOf(ACCEPTED)).toMatchObject({ TrangThaiHoSo: '1', NgayTiepNhan: '', NgayHenTra: '' });
    expect(recordOf(learnStatus(ACCEPTED, 'accepted', '2026-11-25T08:10:00+07:00'))).toMatchObject({
      TrangThaiHoSo: '2',
      NgayTiepNhan: '20261125081000',
      NgayHenTra: '20261202145800',
    });
  });

  it('names no file that was replaced before acceptance', () => {
    expect(recordOf(SUBMITTED).TaiLieuNop.map(({ TenTepDinhKem }) => TenTepDinhKem)).toEqual(['cu.pdf']);
    expect(recordOf(ACCEPTED).TaiLieuNop.map(({ TenTepDinhKem }) => TenTepDinhKem)).toEqual(['moi.pdf']);
  });

  it('says that the population database was used, where intake or the portal itself used it (R19)', () => {
    const used = [{ MaCSDL: '1' }];
    expect(recordOf(SUBMITTED).DSKetNoiCSDL).toEqual([]);
    expect(recordOf(SUBMITTED, {}, { ...SAID, populationDataUsed: true }).DSKetNoiCSDL).toEqual(used);
    const { submission, acceptance } = ACCEPTED;
    expect(recordOf(learnSubmission(SUBMITTED, { ...submission!, populationDataUsed: true })).DSKetNoiCSDL).toEqual(
      used,
    );
    expect(recordOf(learnAcceptance(SUBMITTED, { ...acceptance!, populationDataUsed: true })).DSKetNoiCSDL).toEqual(
      used,
    );
  });

  it('links a result once nothing is owed for it, and names none that was revoked (R16, R20)', () => {
    const line = {
      code: 'PHI',
      kind: 'phi',
      name: 'Phí thẩm định',
      base: 50_000,
      net: 50_000,
      collectedAt: 'beforeReturn',
      reduction: null,
    } as const;
    const result = (decision: 'granted' | 'denied', number: string) => ({
      code: 'VAN-BAN-TRA-LOI',
      decision,
      name: 'Văn bản',
      number,
      issuedAt: '2026-12-01T16:00:00+07:00',
      sha256: number,
      size: 9,
      mediaType: 'application/pdf',
      fileName: 'kq.pdf',
    });
    const owing: Facts = learnStatus(
      {
        ...ACCEPTED,
        submission: { ...ACCEPTED.submission!, feeLines: [line] },
        results: [result('denied', '1'), result('denied', '2')],
      },
      'processed',
      '2026-12-01T16:00:00+07:00',
    );
    const linksOf = (facts: Facts) =>
      recordOf(facts).DanhSachGiayToKetQua.map(({ GiayToId, DuongDanTepTinKetQua }) => [
        GiayToId,
        DuongDanTepTinKetQua,
      ]);
    expect(linksOf(owing)).toEqual([
      ['1', ''],
      ['2', ''],
    ]);
    const paid = learnPayment(owing, null, ['beforeReturn']);
    expect(linksOf(learnRevocation(paid, '1'))).toEqual([['2', '/results/2']]);
  });

  it('lists what the office received beyond the list, once it is accepted', () => {
    expect(recordOf(SUBMITTED).DanhSachTepDinhKemKhac).toEqual([]);
    expect(recordOf(ACCEPTED).DanhSachTepDinhKemKhac).toEqual([
      { TenGiayTo: 'Hợp đồng thuê bến', SoLuong: '1', LoaiGiayTo: '1' },
      { TenGiayTo: 'Hợp đồng thuê bến', SoLuong: '2', LoaiGiayTo: '2' },
    ]);
  });

  it('is returned when it was returned last: a return that was taken back was none', () => {
    const at = (time: string): string => `2026-12-02T${time}:00+07:00`;
    const processed = learnStatus(ACCEPTED, 'processed', at('08:00'));
    const undone = learnStatus(learnStatus(processed, 'returned', at('09:00')), 'processed', at('09:10'));
    expect(recordOf(undone)).toMatchObject({ TrangThaiHoSo: '9', NgayTra: '', NgayKetThucXuLy: '20261202080000' });
    expect(recordOf(learnStatus(undone, 'returned', at('10:00'))).NgayTra).toBe('20261202100000');
  });

  it('has no identity where there is no number', () => {
    expect(recordOf(SUBMITTED, { identityType: 'citizenId' }).DinhDanhCHS).toEqual([]);
    expect(recordOf(SUBMITTED, { identityType: 'oldId', identityNumber: '012345678' }).DinhDanhCHS).toEqual([
      { LoaiDinhDanh: '2', SoDinhDanh: '012345678' },
    ]);
  });

  it.each(['taxCode', 'agencyIdentifier', 'passport'] as const)(
    'has no identity of the kind %s, only its number',
    (identityType) => {
      const number = '0000000017';
      expect(recordOf(SUBMITTED, { identityType, identityNumber: number })).toMatchObject({
        DinhDanhCHS: [],
        SoGiayToChuHoSo: number,
      });
    },
  );

  it('has one identity, and names who handed in (ThongTinKhac)', () => {
    const applicant = { identityType: 'citizenId', identityNumber: '051199000017' } as const;
    expect(recordOf(SUBMITTED, { ...applicant, handedInBy: 'Trịnh Văn Mẫu' })).toMatchObject({
      DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: '051199000017' }],
      ThongTinKhac: 'Người nộp hồ sơ theo ủy quyền: Trịnh Văn Mẫu',
    });
  });

  it('says of the applicant and of the return what the portal said last', () => {
    const deliveryAddress = '1 đường Mẫu';
    expect(recordOf(SUBMITTED, { deliveryAddress })).toMatchObject({
      LoaiDoiTuong: '1',
      HinhThuc: '0',
      ThongTinTra: '',
    });
    expect(recordOf(SUBMITTED, { deliveryAddress }, SAID)).toMatchObject({
      LoaiDoiTuong: '2',
      HinhThuc: '1',
      ThongTinTra: deliveryAddress,
    });
  });
});
