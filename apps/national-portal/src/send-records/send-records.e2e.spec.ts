import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeepStrictEqual } from 'node:util';
import {
  CaseDeadlineAdjustedV1,
  CaseFeeDemandedV1,
  CaseResultIssuedV1,
  CaseSupplementCompletedV1,
  CaseSupplementRequestedV1,
  DossierAgencyMovedV1,
  DossierCorrectedV1,
  DossierFeeDemandedV1,
  DossierReturnedV1,
  DossierStatusChangedV1,
  DossierSupplementCompletedV1,
  PaymentReceivedV1,
  PaymentReversedV1,
  DossierSupplementRequestedV1,
  DossierSupplementCancelledV1,
  DossierSupplementExpiredV1,
  CaseSupplementCancelledV1,
  CaseStepChangedV1,
  DossierRefusedV1,
  ApplicantNamedV1,
  type Contract,
  DossierSubmittedV1,
  ProcedureVersionAnnouncedV1,
  DossierAcceptedV1,
  sampleOf,
  DossierAcceptanceUndoneV1,
} from '@motcua/contracts';
import { newId } from '@motcua/kernel';
import { type EventEnvelope, openText, sealEnvelope, type Tx, UnitOfWork } from '@motcua/platform';
import { eventually, type Json } from '@motcua/testing';
import { ReplicateApplicants } from '../replicate-applicants/replicate-applicants.consumer.js';
import { ReplicateProcedures } from '../replicate-catalogue/replicate-procedures.consumer.js';
import { APPLICANT, CITIZEN_ID, type PortalWorld, SEALING_KEY, startPortalWorld } from '../testing/portal.fixture.js';

/** By hand, as the portal takes it: a dossier at the counter whose result goes by post. */
const SUBMITTED = {
  MaHoSo: 'H48.12-261124-0001',
  MaTTHC: '1.001686',
  TenTTHC: 'Cấp giấy chứng nhận đủ điều kiện (minh họa)',
  MaLinhVuc: 'G15-NN01',
  TenLinhVuc: 'Nông nghiệp',
  KenhThucHien: '1',
  ChuHoSo: 'Nguyễn Thị Mẫu',
  SoGiayToChuHoSo: CITIZEN_ID,
  LoaiDoiTuong: '1',
  MaDoiTuong: '',
  ThongTinKhac: '',
  Email: 'mau@example.test',
  Fax: '',
  SoDienThoai: '+84900000001',
  TrichYeuHoSo: 'Cấp giấy chứng nhận đủ điều kiện (minh họa)',
  NgayNopHoSo: '20261124090000',
  NgayTiepNhan: '',
  NgayHenTra: '',
  NgayTra: '',
  NgayKetThucXuLy: '',
  NgayTuChoi: '',
  TrangThaiHoSo: '1',
  ThongTinTra: '1 đường Mẫu, Quảng Ngãi',
  HinhThuc: '1',
  DonViXuLy: 'H48.12',
  GhiChu: '',
  NoiNopHoSo: '2',
  HoSoCoThanhPhanSoHoa: '1',
  TaiKhoanDuocXacThucVoiVNeID: '0',
  DuocThanhToanTrucTuyen: '0',
  DinhDanhCHS: [{ LoaiDinhDanh: '1', SoDinhDanh: CITIZEN_ID }],
  DSKetNoiCSDL: [],
  TaiLieuNop: [
    {
      TepDinhKemId: '019aa0c8-1111-7c31-9d6e-3f1a2b4c5d6e',
      TenTepDinhKem: 'don-de-nghi.pdf',
      IsDeleted: '0',
      MaThanhPhanHoSo: 'DON-DE-NGHI',
      DuongDanTaiTepTin: '',
      DuocSoHoa: '1',
      DuocTaiSuDung: '0',
      DuocLayTuKhoDMQG: '0',
      MaKetQuaThayThe: '',
    },
  ],
  DanhSachLePhi: [
    {
      TenPhiLePhi: 'Phí thẩm định hồ sơ',
      MaPhiLePhi: 'PHI-THAM-DINH',
      HinhThucThu: '2',
      Gia: '115000',
      LoaiPhiLePhi: '1',
    },
  ],
  DanhSachTepDinhKemKhac: [],
  DanhSachHoSoBoSung: [],
  DanhSachGiayToKetQua: [],
};
/** What the office received beyond the list, as the sample of the acceptance has it. */
const FURTHER = [{ TenGiayTo: 'Hợp đồng thuê bến', SoLuong: '1', LoaiGiayTo: '2' }];
const FEE = {
  code: 'PHI-THAM-DINH',
  kind: 'phi',
  name: 'Phí thẩm định hồ sơ',
  base: 230_000,
  net: 115_000,
  collectedAt: 'beforeReturn',
  reduction: null,
};
const PAPER = {
  id: '019aa0c8-1111-7c31-9d6e-3f1a2b4c5d6e',
  component: 'DON-DE-NGHI',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  size: 18211,
  mediaType: 'application/pdf',
  name: 'don-de-nghi.pdf',
  digitised: true,
  reusedFrom: null,
};
const RESULT = 'a'.repeat(64);

/** Its first line of progress. */
const REGISTERED = {
  MaHoSo: SUBMITTED.MaHoSo,
  NguoiXuLy: 'Sở Nông nghiệp và Môi trường',
  ChucDanh: '',
  ThoiDiemXuLy: '20261124090000',
  PhongBanXuLy: 'Sở Nông nghiệp và Môi trường',
  NoiDungXuLy: 'Hồ sơ mới đăng ký',
  TrangThai: '1',
  NgayBatDau: '20261124090000',
  NgayKetThucTheoQuyDinh: '',
};

/** What was asked for and is not given yet. */
const SUPPLEMENT = {
  HoSoBoSungId: `${SUBMITTED.MaHoSo}-BS1`,
  NguoiYeuCauBoSung: 'Phạm Văn Thử',
  NoiDungBoSung: 'Bản vẽ thiếu chữ ký',
  NgayBoSung: '20261126100000',
  NguoiTiepNhanBoSung: '',
  ThongTinTiepNhan: '',
  NgayTiepNhanBoSung: '',
  TrangThaiBoSung: '1',
  DanhSachGiayToBoSung: [],
  DanhSachLePhiBoSung: [],
  NgayHenTraTruoc: '20261202145800',
  NgayHenTraMoi: '',
};

/** Its record after the return. */
const RETURNED = {
  ...SUBMITTED,
  DanhSachTepDinhKemKhac: FURTHER,
  NgayTiepNhan: '20261125081000',
  NgayHenTra: '20261203100000',
  NgayKetThucXuLy: '20261201160000',
  NgayTra: '20261202083000',
  TrangThaiHoSo: '10',
  DuocThanhToanTrucTuyen: '2',
  DanhSachHoSoBoSung: [
    { ...SUPPLEMENT, NgayTiepNhanBoSung: '20261127080000', TrangThaiBoSung: '2', NgayHenTraMoi: '20261203100000' },
  ],
  DanhSachGiayToKetQua: [
    {
      TenGiayTo: 'Giấy chứng nhận',
      MaThanhPhanHoSo: '',
      GiayToId: '15/GCN',
      DuongDanTepTinKetQua: `http://localhost:3000/portal/v1/dossiers/${SUBMITTED.MaHoSo}/results/${RESULT}`,
      MaGiayToKetQua: 'GIAY-CHUNG-NHAN',
    },
  ],
};

const ANYWHERE = { topic: 'any', key: 'any' };

/** An event as its consumer sees it: the sample, with changes. */
const told = <Data extends object>(contract: Contract<Data>, change: object): EventEnvelope<Data> => ({
  id: newId(),
  source: '/motcua/spec',
  type: contract.type,
  subject: 'any',
  time: Temporal.Now.instant(),
  sequence: 1,
  data: { ...(sampleOf(contract) as Data), ...change },
});

describe('dossiers go to the national portal', () => {
  let world: PortalWorld;
  beforeAll(async () => {
    world = await startPortalWorld();
  });
  afterEach(() => world.simulator.portal.misbehave({}));
  afterAll(() => world.stop());

  const callsOf = (code: string) => world.simulator.portal.observations.calls.filter((call) => call.code === code);
  const standing = async (id: string) => {
    const [row] = await world.system.sql<{ waitsFor: Json; due: string | null }>(
      'SELECT waiting_for AS "waitsFor", due_at::text AS due FROM portal.dossier WHERE dossier_id = $1',
      [id],
    );
    return row;
  };
  const settled = (id: string) =>
    eventually(async () => {
      const rows = await world.journal(id);
      return rows.length > 1 && rows.every(({ state }) => state !== 'waiting');
    });

  it('says what a correction has put right', async () => {
    const code = 'H48.12-261124-0077';
    const id = await world.submitted(code, { feeLines: [FEE] });
    await world.held(code, (record) => record.ChuHoSo === APPLICANT.fullName);
    await world.tell(DossierCorrectedV1, id, {
      dossierId: id,
      deliveryMethod: 'counter',
      feeLines: [{ ...FEE, net: 1000 }],
    });
    await world.named(id, { fullName: 'Nguyễn Thị Mẫn' });
    const { record } = await world.held(code, ({ ChuHoSo }) => ChuHoSo === 'Nguyễn Thị Mẫn');
    expect(record).toMatchObject({ HinhThuc: '0', DanhSachLePhi: [{ Gia: '1000' }] });
  });

  it('says what was found to be owed later, and which agency took over what another had', async () => {
    const code = 'H48.12-261124-0076';
    const id = await world.submitted(code, { feeLines: [FEE] });
    const feesOf = (record: Json): unknown[][] =>
      (record.DanhSachLePhi as Json[]).map(({ Gia, HinhThucThu }) => [Gia, HinhThucThu]);
    await world.tell(DossierFeeDemandedV1, id, { dossierId: id });
    await world.held(code, (record) => feesOf(record).length === 2);
    await world.tell(DossierAgencyMovedV1, id, { dossierId: id, from: 'H48.12', to: 'H48.34' });
    // The case is heard of before the acceptance.
    const { demand } = sampleOf(CaseFeeDemandedV1);
    const later = { ...demand, demandedAt: '2026-11-27T09:00:00+07:00' };
    await world.tell(CaseFeeDemandedV1, id, { dossierId: id, demand: later });
    await world.tell(DossierAcceptedV1, id, { dossierId: id, code });
    const { record } = await world.held(code, (one) => feesOf(one).length === 3);
    expect(feesOf(record)).toEqual([
      ['115000', '2'],
      ['150000', '1'],
      ['150000', '2'],
    ]);
    expect(record['DonViXuLy']).toBe('H48.34');
  });

  it('says that a request was taken back or ran out, and who holds the dossier', async () => {
    const code = 'H48.12-261124-0078';
    const id = await world.submitted(code);
    await world.held(code);
    const states = (record: Json): string[] =>
      (record.DanhSachHoSoBoSung as Json[]).map(({ TrangThaiBoSung }) => String(TrangThaiBoSung));
    const asked = (number: number): Promise<void> =>
      world.tell(DossierSupplementRequestedV1, id, { dossierId: id, number });
    await asked(1);
    await world.tell(DossierSupplementCancelledV1, id, { dossierId: id, number: 1 });
    await asked(2);
    await world.tell(DossierSupplementExpiredV1, id, { dossierId: id, number: 2 });
    await world.held(code, (record) => states(record).join() === '3,3');
    await world.accepted(id, code, '2026-11-25T08:10:00+07:00');
    await world.tell(CaseSupplementRequestedV1, id, { dossierId: id, number: 3 });
    await world.tell(CaseSupplementCancelledV1, id, { dossierId: id, number: 3 });
    await world.tell(CaseStepChangedV1, id, { dossierId: id, agency: 'H48.07' });
    const { record } = await world.held(code, (one) => states(one).join() === '3,3,3' && one.DonViXuLy === 'H48.07');
    expect(record.MaHoSo).toBe(code);
  });

  it('names the officer who refused', async () => {
    const code = 'H48.12-261124-0079';
    const id = await world.submitted(code);
    await world.tell(DossierRefusedV1, id, { dossierId: id, refusedBy: { subject: 'r', name: 'Lý Văn Mẫu' } });
    await world.moved(id, 'registered', 'refused', '2026-11-26T08:00:00+07:00', { reason: 'Không thuộc thẩm quyền' });
    const { progress } = await world.held(code, (_, lines) => lines.some((line) => line.NguoiXuLy === 'Lý Văn Mẫu'));
    expect(progress.length).toBeGreaterThan(0);
  });

  it('has no reception and no promise any more where the acceptance was undone', async () => {
    const code = 'H48.12-261124-0075';
    const id = await world.submitted(code);
    await world.accepted(id, code, '2026-11-25T08:10:00+07:00');
    await world.held(code, ({ TrangThaiHoSo }) => TrangThaiHoSo === '2');
    const undone = { dossierId: id, code, undoneBy: { subject: 'l', name: 'Lê Văn Mẫu' } };
    await world.tell(DossierAcceptanceUndoneV1, id, undone);
    await world.moved(id, 'accepted', 'registered', '2026-11-25T10:30:00+07:00', { reason: 'Tiếp nhận nhầm' });
    const { record, progress } = await world.held(code, (_, lines) => lines.length === 3);
    expect(record).toMatchObject({ TrangThaiHoSo: '1', NgayTiepNhan: '', NgayHenTra: '' });
    expect(progress[2]).toMatchObject({ TrangThai: '1' });
  });

  it('with every field, each move in its order, from the submission to the result', async () => {
    const code = SUBMITTED.MaHoSo;
    const id = await world.submitted(code, { feeLines: [FEE], files: [PAPER] });
    const first = await world.held(code, (_, progress) => progress.length === 1);
    expect(first.record).toEqual(SUBMITTED);
    expect(first.progress).toEqual([REGISTERED]);

    await world.accepted(id, code, '2026-11-25T08:10:00+07:00', { files: [PAPER] });
    const accepted = await world.held(code, (_, progress) => progress.length === 2);
    expect(accepted.record).toEqual({
      ...SUBMITTED,
      DanhSachTepDinhKemKhac: FURTHER,
      NgayTiepNhan: '20261125081000',
      NgayHenTra: '20261202145800',
      TrangThaiHoSo: '2',
    });
    expect(accepted.progress[1]).toMatchObject({
      NguoiXuLy: 'Trần Văn Giả',
      ChucDanh: 'Chuyên viên',
      TrangThai: '2',
      NoiDungXuLy: 'Tiếp nhận hồ sơ',
      NgayKetThucTheoQuyDinh: '20261202145800',
    });

    const officer = { agency: 'H48.12', agencyName: 'Sở Nông nghiệp và Môi trường', officerName: 'Phạm Văn Thử' };
    await world.moved(id, 'accepted', 'processing', '2026-11-25T09:00:00+07:00', { holder: officer });
    const asked = [{ component: 'BAN-VE', field: null, reason: 'Bản vẽ thiếu chữ ký' }];
    await world.tell(CaseSupplementRequestedV1, id, {
      dossierId: id,
      number: 1,
      requestedAt: '2026-11-26T10:00:00+07:00',
      items: asked,
      requestedBy: { subject: 's', name: 'Phạm Văn Thử' },
    });
    await world.tell(CaseDeadlineAdjustedV1, id, { dossierId: id, promisedDueAt: null, statutoryDueAt: null });
    await world.moved(id, 'processing', 'supplementRequired', '2026-11-26T10:00:00+07:00', {
      holder: officer,
      reason: 'Bản vẽ thiếu chữ ký',
    });
    const open = await world.held(code, (record) => record['TrangThaiHoSo'] === '5' && record['NgayHenTra'] === '');
    expect(open.record['DanhSachHoSoBoSung']).toEqual([SUPPLEMENT]);

    await world.tell(CaseSupplementCompletedV1, id, {
      dossierId: id,
      number: 1,
      completedAt: '2026-11-27T08:00:00+07:00',
      promisedDueAt: '2026-12-03T10:00:00+07:00',
    });
    await world.moved(id, 'supplementRequired', 'processing', '2026-11-27T08:00:00+07:00', { holder: officer });
    await world.tell(CaseResultIssuedV1, id, {
      dossierId: id,
      resultCode: 'GIAY-CHUNG-NHAN',
      name: 'Giấy chứng nhận',
      number: '15/GCN',
      file: { sha256: RESULT, size: 9, mediaType: 'application/pdf', name: 'gcn.pdf' },
    });
    await world.moved(id, 'processing', 'processed', '2026-12-01T16:00:00+07:00');
    // Taken at the counter by mistake, and then paid online.
    const atCounter = { dossierId: id, method: 'counter', collectedAt: [FEE.collectedAt] } as const;
    await world.tell(PaymentReceivedV1, id, atCounter);
    await world.tell(PaymentReversedV1, id, atCounter);
    await world.tell(PaymentReceivedV1, id, {
      dossierId: id,
      method: 'nationalPlatform',
      collectedAt: [FEE.collectedAt],
    });
    await world.tell(DossierReturnedV1, id, {
      dossierId: id,
      returnedAt: '2026-12-02T08:30:00+07:00',
      returnedBy: { subject: 'officer-clerk-01', name: 'Trần Văn Giả' },
    });
    await world.moved(id, 'processed', 'returned', '2026-12-02T08:30:00+07:00');
    const end = await world.held(code, (_, progress) => progress.length === 7);
    await settled(id);
    expect(end.progress.map(({ TrangThai }) => TrangThai)).toEqual(['1', '2', '4', '5', '4', '9', '10']);
    expect(world.simulator.portal.holdings.find(code)?.record).toEqual(RETURNED);
    const { observations } = world.simulator.portal;
    expect([...observations.crowded]).toEqual([]);
    expect(callsOf(code)[0]).toMatchObject({ service: 'DongBoHoSoMC', isUpdating: 'False' });
    expect(callsOf(code).filter(({ isUpdating }) => isUpdating === 'False')).toHaveLength(1);
  });

  it('the same whichever topic is the faster: a case waits for the acceptance, an answer for its request', async () => {
    const [early, answered, ended] = ['H48.12-261124-0071', 'H48.12-261124-0072', 'H48.12-261124-0073'];
    const asked = { number: 1, requestedAt: '2026-11-26T10:00:00+07:00' };
    const acceptedAt = '2026-11-25T08:10:00+07:00';
    const first = await world.submitted(early);
    await world.tell(CaseSupplementRequestedV1, first, { dossierId: first, ...asked });
    await world.tell(CaseDeadlineAdjustedV1, first, { dossierId: first, promisedDueAt: null, statutoryDueAt: null });
    await world.accepted(first, early, acceptedAt);
    const supplementOf = ({ DanhSachHoSoBoSung: all }: Json): Json => (all as Json[])[0];
    const paused = await world.held(
      early,
      (record) => record['NgayHenTra'] === '' && supplementOf(record) !== undefined,
    );
    expect(supplementOf(paused.record)).toMatchObject({ NgayHenTraTruoc: '20261202145800', TrangThaiBoSung: '1' });

    const second = await world.submitted(answered);
    await world.accepted(second, answered, acceptedAt, { files: [] });
    const given = { number: 1, completedAt: '2026-11-27T08:00:00+07:00', afterAcceptance: true, files: [PAPER] };
    await world.tell(DossierSupplementCompletedV1, second, { dossierId: second, ...given });
    await world.tell(CaseSupplementRequestedV1, second, { dossierId: second, ...asked });
    const whole = await world.held(
      answered,
      (record) => (record['TaiLieuNop'] as Json[]).length === 1 && supplementOf(record) !== undefined,
    );
    expect(supplementOf(whole.record)).toMatchObject({ TrangThaiBoSung: '1' });

    const third = await world.submitted(ended);
    await world.accepted(third, ended, acceptedAt);
    await world.moved(third, 'supplementRequired', 'withdrawn', '2026-11-27T09:00:00+07:00');
    await world.tell(CaseSupplementRequestedV1, third, { dossierId: third, ...asked });
    const closed = await world.held(ended, (record) => supplementOf(record)?.['TrangThaiBoSung'] === '3');
    expect(supplementOf(closed.record)['NgayTiepNhanBoSung']).toBe('20261127090000');
  });

  it('under the portal’s own code, as an update, where it was born there (R22)', async () => {
    const code = '000.00.00.G22-261124-000001';
    const id = await world.submitted('H48.12-261124-0002', { portalCode: code, channel: 'online' });
    const { record } = await world.held(code);
    expect(record).toMatchObject({ MaHoSo: code, NoiNopHoSo: '1', KenhThucHien: '2' });
    // The portal did not know it after all, and got it as new.
    expect(callsOf(code).map(({ isUpdating, decided }) => [isUpdating, decided])).toEqual([
      ['True', '3'],
      ['False', '0'],
    ]);
    await world.moved(id, 'registered', 'accepted', '2026-11-25T08:10:00+07:00');
    const { progress } = await world.held(code, (_, lines) => lines.length > 0);
    expect(progress.map(({ TrangThai }) => TrangThai)).toEqual(['2']);
  });

  it('again as an update, where an insert finds it there', async () => {
    const code = 'H48.12-261124-0003';
    world.simulator.portal.take({ kind: 'dossier', code, bornHere: false, record: { MaHoSo: code }, at: '2026-11-24' });
    const id = await world.submitted(code);
    await settled(id);
    expect(callsOf(code).map(({ isUpdating, decided }) => isUpdating && [isUpdating, decided])).toEqual([
      ['False', '3'],
      ['True', '0'],
      undefined,
    ]);
  });

  it('is asked for before it is sent as new again, where the answer to the insert was lost', async () => {
    for (const [n, fault] of [{ closedAfter: 1 }, { errorAfter: 1 }, { htmlAfter: 1 }, { closedBefore: 1 }].entries()) {
      const code = `H48.12-261124-010${n}`;
      world.simulator.portal.misbehave(fault);
      const id = await world.submitted(code);
      await eventually(async () => callsOf(code).length > 0);
      world.simulator.portal.misbehave({});
      await settled(id);
      const calls = callsOf(code).filter(({ fate }) => fate === 'answered');
      expect(calls[0]?.service).toBe('TraCuuHoSo');
      const inserts = callsOf(code).filter(({ isUpdating, decided }) => isUpdating === 'False' && decided === '0');
      expect(inserts).toHaveLength(1);
      expect(world.simulator.portal.holdings.find(code)?.progress).toHaveLength(1);
    }
  });

  it('logs in again, once per call, when the session is gone', async () => {
    world.simulator.portal.misbehave({ sessionLost: 0.5, seed: 7 });
    const ids = [];
    for (const n of [1, 2, 3, 4, 5]) ids.push(await world.submitted(`H48.12-261124-020${n}`));
    for (const id of ids) await settled(id);
    for (const n of [1, 2, 3, 4, 5])
      expect(world.simulator.portal.holdings.find(`H48.12-261124-020${n}`)?.progress).toHaveLength(1);
  });

  it('keeps a refusal with its code and message, and sends again only when the record has changed', async () => {
    const code = 'H48.12-261124-0301';
    world.simulator.portal.misbehave({ refuse: [{ field: 'ChuHoSo', code: '9', dossier: code }] });
    const id = await world.submitted(code);
    await eventually(async () => (await world.journal(id)).some(({ state }) => state === 'refused'));
    expect(await world.journal(id)).toMatchObject([
      {
        kind: 'dossier',
        state: 'refused',
        answer_code: '9',
        answer_message: 'Trường ChuHoSo không hợp lệ',
        attempts: 1,
      },
      { kind: 'progress', state: 'waiting', attempts: 0 },
    ]);
    world.simulator.portal.misbehave({});
    await world.accepted(id, code, '2026-11-25T08:10:00+07:00');
    await settled(id);
    expect((await world.journal(id)).map(({ kind, state }) => [kind, state])).toContainEqual(['dossier', 'replaced']);
    expect(world.simulator.portal.holdings.find(code)?.progress.map(({ TrangThai }) => TrangThai)).toEqual(['1', '2']);
  });

  const linesOf = async (id: string): Promise<Json[]> =>
    (await world.journal(id)).filter(({ kind }) => kind === 'progress');
  const statesOf = async (id: string): Promise<unknown[]> => (await linesOf(id)).map(({ state }) => state);
  const takenBy = (code: string): unknown[] =>
    (world.simulator.portal.holdings.find(code)?.progress ?? []).map(({ TrangThai }) => TrangThai);
  const askedFor = (code: string): unknown[][] =>
    callsOf(code)
      .filter(({ service }) => service === 'CapNhatTienDoHoSoMC')
      .map(({ lines, decided }) => [lines, decided]);

  it('sends lines one by one and in order after a call of several was refused', async () => {
    const code = 'H48.12-261124-0305';
    world.simulator.portal.misbehave({ away: true });
    const id = await world.submitted(code);
    await world.moved(id, 'registered', 'supplementRequired', '2026-11-25T08:10:00+07:00');
    await world.moved(id, 'supplementRequired', 'registered', '2026-11-25T09:10:00+07:00');
    await eventually(async () => (await world.journal(id)).length === 4);
    world.simulator.portal.misbehave({ refuse: [{ field: 'NoiDungXuLy', code: '9', dossier: code, times: 1 }] });
    await settled(id);
    expect(takenBy(code)).toEqual(['1', '5', '1']);
    expect(askedFor(code)).toEqual([
      [3, '9'],
      [1, '0'],
      [1, '0'],
      [1, '0'],
    ]);
  });

  it('tries a line that was refused again before the next one, once the portal has taken the next record', async () => {
    const code = 'H48.12-261124-0306';
    world.simulator.portal.misbehave({ refuse: [{ field: 'NoiDungXuLy', code: '9', dossier: code, times: 1 }] });
    const id = await world.submitted(code);
    await eventually(async () => (await world.journal(id)).some(({ state }) => state === 'refused'));
    await world.accepted(id, code, '2026-11-25T08:10:00+07:00');
    const { progress } = await world.held(code, (_, lines) => lines.length === 2);
    expect(progress.map(({ TrangThai }) => TrangThai)).toEqual(['1', '2']);
    await settled(id);
  });

  it('tells the rest of a life whose one line the portal never takes, and leaves it at that when an officer says why', async () => {
    const code = 'H48.12-261124-0308';
    const never = 'Không bao giờ nhận';
    const admin = await world.system.as({ sub: 'admin', roles: ['admin'] });
    const refusedThere = async (): Promise<number> => (await admin.get('/portal/v1/synchronisation')).body.refused;
    const before = await refusedThere();
    const id = await world.submitted(code);
    await settled(id);
    world.simulator.portal.misbehave({ refuse: [{ field: 'NoiDungXuLy', contains: never, code: '9', dossier: code }] });
    await world.moved(id, 'registered', 'supplementRequired', '2026-11-25T08:10:00+07:00', { reason: never });
    await eventually(async () => isDeepStrictEqual(await statesOf(id), ['acknowledged', 'refused']));
    await world.moved(id, 'supplementRequired', 'registered', '2026-11-25T09:10:00+07:00');
    await world.moved(id, 'registered', 'accepted', '2026-11-25T10:10:00+07:00');
    await eventually(async () =>
      isDeepStrictEqual(await statesOf(id), ['acknowledged', 'refused', 'acknowledged', 'acknowledged']),
    );
    await settled(id);
    expect(takenBy(code)).toEqual(['1', '1', '2']);
    // Shown, counted, and named with why.
    expect(await refusedThere()).toBe(before + 1);
    const [, { id: line }] = (await linesOf(id)) as [Json, Json];
    const path = `/portal/v1/journal/${line}/acknowledgement`;
    expect((await admin.post(path, {})).status).toBe(422);
    const reason = 'Cổng không nhận nội dung này';
    for (const again of [reason, 'Nói lại lần nữa'])
      expect(await admin.post(path, { reason: again })).toMatchObject({
        status: 200,
        body: { state: 'refused', acknowledgedBy: 'admin', acknowledgedReason: reason },
      });
    expect(await refusedThere()).toBe(before);
    const listed = await admin.get(`/portal/v1/journal?state=refused&acknowledged=true&code=${code}`);
    expect(listed.body.items).toMatchObject([{ id: line }]);
    // It is not tried again by itself; another line is none the worse for it.
    const asked = askedFor(code).length;
    await world.moved(id, 'accepted', 'processing', '2026-11-25T11:10:00+07:00');
    await eventually(async () => isDeepStrictEqual(takenBy(code), ['1', '1', '2', '4']));
    await settled(id);
    expect(askedFor(code).slice(asked)).toEqual([[1, '0']]);
    // Who changes his mind sends it again.
    world.simulator.portal.misbehave({});
    expect((await admin.post(`/portal/v1/journal/${line}/retry`)).body.acknowledgedAt).toBeNull();
    await settled(id);
    expect(takenBy(code)).toEqual(['1', '1', '2', '4', '5']);
    expect(await admin.post(path, { reason })).toMatchObject({ status: 409, body: { code: 'JOURNAL.NOT_REFUSED' } });
  });

  it('sends again what an operator asks for while another call of the dossier is under way', async () => {
    const code = 'H48.12-261124-0307';
    const id = await world.submitted(code);
    await settled(id);
    const refusals = async (): Promise<Json[]> =>
      (await world.journal(id)).filter(({ state }) => state === 'refused' || state === 'replaced');
    world.simulator.portal.misbehave({ refuse: [{ field: 'ChuHoSo', code: '9', dossier: code }] });
    for (const [n, [from, to]] of [
      ['registered', 'accepted'] as const,
      ['accepted', 'processing'] as const,
    ].entries()) {
      await world.moved(id, from, to, `2026-11-25T0${8 + n}:00:00+07:00`);
      await eventually(async () => (await refusals()).length === n + 1);
    }
    await settled(id);
    const inHand = async (): Promise<boolean> => {
      const [row] = await world.system.sql<{ held: boolean }>(
        'SELECT $1::uuid = ANY (in_hand) AS held FROM portal.sender_lease',
        [id],
      );
      return row?.held === true;
    };
    await eventually(async () => !(await inHand()));
    // The record is the one that was refused; only a line goes, slowly.
    world.simulator.portal.misbehave({ delayMs: 1_200 });
    await world.deliver(DossierStatusChangedV1, id, {
      ...{ code, from: 'processing', to: 'processing', at: '2026-11-25T10:00:00+07:00', reason: null, dueAt: null },
      ...{ receptionDueAt: null, holder: { agency: 'H48.12', agencyName: 'Sở Nông nghiệp', officerName: null } },
    });
    await eventually(inHand);
    const admin = await world.system.as({ sub: 'admin', roles: ['admin'] });
    const [, second] = await refusals();
    expect((await admin.post(`/portal/v1/journal/${second?.['id']}/retry`)).status).toBe(200);
    const { record } = await world.held(code, ({ TrangThaiHoSo }) => TrangThaiHoSo === '4');
    expect(record['MaHoSo']).toBe(code);
    await settled(id);
    expect((await refusals()).map(({ state }) => state)).toEqual(['replaced', 'replaced']);
  });

  it('keeps a refusal in words that no database takes, and stops nobody else for it', async () => {
    const code = 'H48.12-261124-0303';
    const message = `Trường\0 Fax ${'x'.repeat(488)}😀😀`;
    world.simulator.portal.misbehave({ refuse: [{ field: 'ChuHoSo', code: '9', dossier: code, message }] });
    const id = await world.submitted(code);
    const row = await eventually(async () => (await world.journal(id)).find(({ state }) => state === 'refused'));
    expect(row).toMatchObject({ answer_message: `Trường Fax ${'x'.repeat(488)}😀` });
    world.simulator.portal.misbehave({});
    await settled(await world.submitted('H48.12-261124-0304'));
  });

  it('takes “does not exist” about an insert, and “exists” about an update, for the refusals that they are', async () => {
    const refused = async (id: string) =>
      eventually(async () => {
        const row = (await world.journal(id)).find(({ state }) => state === 'refused');
        return row && [row['answer_code'], row['answer_message'], row['attempts']];
      });
    const code = 'H48.12-261124-0302';
    const refusal = { field: 'ChuHoSo', code: '3', dossier: code };
    world.simulator.portal.misbehave({ refuse: [{ ...refusal, message: 'Mã đơn vị không tồn tại' }] });
    const id = await world.submitted(code);
    expect(await refused(id)).toEqual(['3', 'Mã đơn vị không tồn tại', 1]);
    world.simulator.portal.misbehave({});
    await world.accepted(id, code, '2026-11-25T08:10:00+07:00');
    await settled(id);
    world.simulator.portal.misbehave({ refuse: [{ ...refusal, message: 'Số giấy tờ đã tồn tại' }] });
    await world.moved(id, 'accepted', 'processing', '2026-11-25T09:00:00+07:00');
    expect(await refused(id)).toEqual(['3', 'Số giấy tờ đã tồn tại', 1]);
  });

  it('when it is back: the newest record once and every line, at most ten in a call and in order; whole in the journal, which is only added to', async () => {
    const code = 'H48.12-261124-0350';
    const name = 'ă'.repeat(1_100);
    const officer = 'Nguyễn Thị Mẫu '.repeat(5).trim();
    world.simulator.portal.misbehave({ away: true });
    const id = await world.submitted(code, { procedureName: name });
    const minutes = (n: number): string => `2026-11-25T08:${String(n + 10).padStart(2, '0')}:00+07:00`;
    const holder = { agency: 'H48.12', agencyName: 'Sở Nông nghiệp và Môi trường', officerName: officer };
    for (let n = 0; n < 12; n += 2) {
      await world.moved(id, 'registered', 'supplementRequired', minutes(n), { holder });
      await world.moved(id, 'supplementRequired', 'registered', minutes(n + 1), { holder });
    }
    await eventually(async () => (await world.journal(id)).length === 14);
    world.simulator.portal.misbehave({});
    const { record, progress } = await world.held(code, (_, lines) => lines.length >= 13);
    expect(record).toMatchObject({ TrangThaiHoSo: '1', TrichYeuHoSo: 'ă'.repeat(1_000), TenTTHC: name });
    const times = Array.from({ length: 12 }, (_, n) => `2026112508${n + 10}00`);
    expect(progress.map(({ ThoiDiemXuLy }) => ThoiDiemXuLy)).toEqual(['20261124090000', ...times]);
    expect(progress.slice(1).map(({ NguoiXuLy }) => [...String(NguoiXuLy)].length)).toEqual(times.map(() => 50));
    await settled(id);
    const written = callsOf(code).filter(({ service }) => service !== 'TraCuuHoSo');
    expect(written.map(({ service }) => service)).toEqual([
      'DongBoHoSoMC',
      'CapNhatTienDoHoSoMC',
      'CapNhatTienDoHoSoMC',
    ]);
    const sent = await world.system.sql<{ request: string }>(
      `SELECT a.request FROM portal.journal_attempt a JOIN portal.journal j ON j.id = a.journal_id
       WHERE j.dossier_id = $1 AND a.request IS NOT NULL AND a.outcome = 'done' ORDER BY j.n`,
      [id],
    );
    const texts = sent.map(({ request }) => JSON.parse(openText(SEALING_KEY, request)));
    expect(texts.flatMap(({ TrichYeuHoSo }) => (TrichYeuHoSo as string | undefined) ?? [])).toEqual([name]);
    expect(texts.at(-1)?.['NguoiXuLy']).toBe(officer);
    for (const change of ['DELETE FROM portal.journal_attempt', 'DELETE FROM portal.journal'])
      await expect(world.system.sql(change)).rejects.toThrow('the journal is only added to');
  });

  it('waits, and stops nobody else, where a code has no counterpart at the portal', async () => {
    await world.system.sql(`INSERT INTO portal.code_map (kind, code, portal_code) VALUES ('agency', 'H48.99', NULL)`);
    const holder = { agency: 'H48.99', agencyName: 'Cơ quan mới', officerName: null };
    const id = await world.submitted('H48.99-261124-0001', { receivingAgency: 'H48.99' });
    await world.moved(id, 'registered', 'accepted', '2026-11-25T08:10:00+07:00', { holder });
    const other = await world.submitted('H48.12-261124-0401');
    await settled(other);
    expect(await eventually(async () => (await standing(id))?.waitsFor)).toEqual([{ kind: 'agency', code: 'H48.99' }]);
    await eventually(async () => (await standing(id))?.due === null);
  });

  it('goes although what it waits for was being written down when that was found to be missing', async () => {
    const { system } = world;
    // Begun before the dossier waits, so that it wakes nobody; ended when the dossier has been looked at again in vain.
    const broughtMeanwhile = (bring: (tx: Tx) => Promise<void>, submit: () => Promise<string>) =>
      system.get('portal', UnitOfWork).run(async (tx) => {
        await bring(tx);
        const id = await submit();
        const looks = new Set<string | null>();
        await eventually(async () => {
          const row = await standing(id);
          if (row?.waitsFor) looks.add(row.due);
          return looks.size > 1;
        });
      });
    const [code, later] = ['H48.12-261124-0402', 'H48.12-261124-0403'];
    const id = newId();
    const named = { dossierId: id, applicantRef: 'ref', ...sealEnvelope(SEALING_KEY, APPLICANT), erased: false };
    await broughtMeanwhile(
      (tx) => system.get('portal', ReplicateApplicants).replicate(told(ApplicantNamedV1, named), { tx, ...ANYWHERE }),
      async () => {
        const submission = { dossierId: id, code, channel: 'counter', status: 'registered' };
        await world.tell(DossierSubmittedV1, id, submission);
        await world.moved(id, 'draft', 'registered', '2026-11-24T09:00:00+07:00');
        return id;
      },
    );
    await world.held(code);
    const announced = told(ProcedureVersionAnnouncedV1, { code: '1.001686', version: 77 });
    await broughtMeanwhile(
      (tx) => system.get('portal', ReplicateProcedures).replicate(announced, { tx, ...ANYWHERE }),
      () => world.submitted(later, { procedureCode: '1.001686', procedureVersion: 77 }),
    );
    await world.held(later);
  });
});
