import { describe, expect, it } from '@jest/globals';
import type { FeeLine, PublicStatus } from '@motcua/contracts';
import { ERASED, type Applicant } from './applicant.js';
import { buildRecord, type SaidByPortal } from './build-record.js';
import { CodeMaps } from './code-maps.js';
import { type Facts, NO_FACTS } from './facts.js';
import {
  learnAcceptance,
  learnAcceptanceUndone,
  learnAgencyMoved,
  learnCorrection,
  learnDemand,
  learnHolder,
  learnPayment,
  learnReversal,
  learnRevocation,
  learnStatus,
  learnSubmission,
} from './learn.js';
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

  it('is registered again as soon as it is heard that the acceptance was undone, before its status says so', () => {
    const accepted = learnStatus(ACCEPTED, 'accepted', '2026-11-25T08:10:00+07:00');
    expect(recordOf(learnAcceptanceUndone(accepted))).toMatchObject({
      TrangThaiHoSo: '1',
      NgayTiepNhan: '',
      NgayHenTra: '',
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

  const fee = (code: string, net: number, more: Partial<FeeLine> = {}): FeeLine => ({
    code,
    kind: 'lePhi',
    name: `Lệ phí ${code}`,
    base: 100_000,
    net,
    collectedAt: 'beforeReturn',
    reduction: null,
    ...more,
  });
  const demandedAt = '2026-11-24T10:00:00+07:00';
  const demanded = fee('PHAT-SINH-1-1', 30_000, { kind: 'phi', collectedAt: 'onDemand' });

  it('lists what is owed net, of its kind and at its time, and leaves out what is free (R16)', () => {
    const feeLines = [
      fee('A', 50_000, { collectedAt: 'beforeAcceptance' }),
      fee('B', 0),
      fee('C', 7_000, { kind: 'phi' }),
    ];
    const owing = learnSubmission(SUBMITTED, { ...SUBMITTED.submission!, feeLines });
    expect(recordOf(owing).DanhSachLePhi).toEqual([
      { TenPhiLePhi: 'Lệ phí A', MaPhiLePhi: 'A', HinhThucThu: '1', Gia: '50000', LoaiPhiLePhi: '2' },
      { TenPhiLePhi: 'Lệ phí C', MaPhiLePhi: 'C', HinhThucThu: '2', Gia: '7000', LoaiPhiLePhi: '1' },
    ]);
  });

  it('lists what was found to be owed later, once, whatever a correction repeats of it', () => {
    const office = learnDemand(SUBMITTED, { by: 'office', at: demandedAt, lines: [demanded] });
    const both = learnDemand(office, {
      by: 'case',
      at: '2026-11-26T10:00:00+07:00',
      lines: [fee('PHAT-SINH-1-1', 5_000, { collectedAt: 'onDemand' })],
    });
    const { applicantKind, deliveryMethod, receivingAgency } = SUBMITTED.submission!;
    const correction = { applicantKind, deliveryMethod, receivingAgency, feeLines: [fee('A', 1_000), demanded] };
    const corrected = learnCorrection(both, correction);
    // Another offset is the same instant.
    const twice = learnDemand(corrected, { by: 'office', at: '2026-11-24T03:00:00Z', lines: [demanded] });
    expect(recordOf(twice).DanhSachLePhi.map(({ Gia, HinhThucThu }) => [Gia, HinhThucThu])).toEqual([
      ['1000', '2'],
      ['30000', '1'],
      ['5000', '2'],
    ]);
  });

  it('links no result while what was demanded is unpaid, in whatever order both are heard of', () => {
    const result = { code: 'X', decision: 'granted', name: 'X', number: '1', issuedAt: demandedAt } as const;
    const file = { sha256: 's', size: 1, mediaType: 'application/pdf', fileName: 'x.pdf' };
    const done = learnStatus({ ...ACCEPTED, results: [{ ...result, ...file }] }, 'processed', demandedAt);
    const linkOf = (facts: Facts) => recordOf(facts).DanhSachGiayToKetQua[0]?.DuongDanTepTinKetQua;
    const payment = { collectedAt: ['onDemand'], demandedAt: '2026-11-24T03:00:00.000Z' } as const;
    const demand = { by: 'case', at: demandedAt, lines: [demanded] } as const;
    const later = { ...demand, at: '2026-11-27T10:00:00+07:00' };
    expect(linkOf(learnDemand(done, demand))).toBe('');
    const paid = learnPayment(learnDemand(done, demand), null, payment);
    expect(linkOf(paid)).toBe('/results/s');
    expect(linkOf(learnDemand(learnPayment(done, null, payment), demand))).toBe('/results/s');
    expect(linkOf(learnDemand(paid, later))).toBe('');
    expect(linkOf(learnReversal(paid, payment))).toBe('');
  });

  it('is with the agency that took over what another had (R23)', () => {
    const at = '2026-11-30T08:00:00+07:00';
    const held = learnHolder(SUBMITTED, 'H48.12', 'Sở Nông nghiệp', '2026-11-24T09:00:00+07:00');
    expect(recordOf(learnAgencyMoved(held, 'H48.12', 'H48.34', at)).DonViXuLy).toBe('H48.34');
    expect(recordOf(learnAgencyMoved(SUBMITTED, 'H48.12', 'H48.34', at)).DonViXuLy).toBe('H48.34');
    expect(recordOf(learnAgencyMoved(held, 'H48.99', 'H48.34', at)).DonViXuLy).toBe('H48.12');
  });

  it('has each date in the statuses that say so, and results from 7 on (R18)', () => {
    const at = (hour: number): string => `2026-12-01T${hour}:00:00+07:00`;
    const result = { code: 'X', decision: 'granted', name: 'X', number: '1', issuedAt: at(10) } as const;
    const file = { sha256: 's', size: 1, mediaType: 'application/pdf', fileName: 'x.pdf' };
    const accepted = { ...learnStatus(ACCEPTED, 'accepted', at(10)), results: [{ ...result, ...file }] };
    const shown = (to: PublicStatus, from: Facts = accepted) => {
      const { NgayTiepNhan, NgayKetThucXuLy, NgayTuChoi, NgayTra, DanhSachGiayToKetQua } = recordOf(
        learnStatus(from, to, at(11)),
      );
      return [NgayTiepNhan, NgayKetThucXuLy, NgayTuChoi, NgayTra, DanhSachGiayToKetQua.length];
    };
    const [acceptedAt, then] = ['20261125081000', '20261201110000'];
    for (const status of ['processing', 'supplementRequired', 'paymentRequired'] as const)
      expect(shown(status)).toEqual([acceptedAt, '', '', '', 0]);
    for (const status of ['withdrawn', 'stopped', 'processed'] as const)
      expect(shown(status)).toEqual([acceptedAt, then, '', '', 1]);
    expect(shown('refused', SUBMITTED)).toEqual(['', then, then, '', 0]);
    const processed = learnStatus(accepted, 'processed', at(10));
    expect(shown('returned', processed)).toEqual([acceptedAt, '20261201100000', '', then, 1]);
  });

  it('says where it was paid online: the portal goes before the gateway, and the counter is neither', () => {
    const nothing = { collectedAt: [], demandedAt: null };
    const paidBy = (...by: ('portal' | 'gateway' | null)[]): string =>
      recordOf(by.reduce((facts, one) => learnPayment(facts, one, nothing), SUBMITTED)).DuocThanhToanTrucTuyen;
    expect([paidBy(), paidBy(null), paidBy('gateway'), paidBy('gateway', null)]).toEqual(['0', '0', '2', '2']);
    expect([paidBy('portal'), paidBy('gateway', 'portal'), paidBy('portal', 'gateway')]).toEqual(['1', '1', '1']);
  });

  it('says of each file where it comes from (R20)', () => {
    const given = [
      { ...file('a'), digitised: true },
      { ...file('b'), reusedFrom: 'paper' as const },
      { ...file('c'), reusedFrom: 'result' as const },
      { ...file('d'), fromCitizenStore: true },
    ];
    const record = recordOf(learnSubmission(SUBMITTED, { ...SUBMITTED.submission!, files: given }));
    expect(
      record.TaiLieuNop.map(({ DuocSoHoa, DuocTaiSuDung, DuocLayTuKhoDMQG }) => [
        DuocSoHoa,
        DuocTaiSuDung,
        DuocLayTuKhoDMQG,
      ]),
    ).toEqual([
      ['1', '0', '0'],
      ['0', '1', '0'],
      ['0', '2', '0'],
      ['0', '0', '1'],
    ]);
    expect([record.HoSoCoThanhPhanSoHoa, recordOf(SUBMITTED).HoSoCoThanhPhanSoHoa]).toEqual(['1', '0']);
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
    const paid = learnPayment(owing, null, { collectedAt: ['beforeReturn'], demandedAt: null });
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
