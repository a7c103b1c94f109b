import type { Channel, ComponentFile, FeeLine, Plain, PublicStatus, ReturnMethod, Subject } from '@motcua/contracts';
import type { Applicant } from './applicant.js';
import type { CodeKind, CodeMaps, Unmapped } from './code-maps.js';
import {
  type AcceptanceFacts,
  type Facts,
  owes,
  type SubmissionFacts,
  type SupplementFacts,
  type SupplementState,
} from './facts.js';
import type { PortalFee, PortalFile, PortalRecord, PortalResult, PortalSupplement } from './portal-record.js';
import { numberOf } from './statuses.js';
import { vietnamTime } from './vietnam-time.js';

/** What the portal itself said of a dossier that was born there, and hears again. */
export interface SaidByPortal {
  /** Kind of the applicant and way of the return: it may change them until the acceptance. */
  readonly LoaiDoiTuong: string;
  readonly HinhThuc: string;
  readonly MaDoiTuong: string;
  /** When the citizen submitted it there; empty where the portal did not say. */
  readonly NgayNopHoSo: string;
  readonly ThongTinKhac: string;
  readonly Fax: string;
  readonly TrichYeuHoSo: string;
  readonly GhiChu: string;
  readonly TaiKhoanDuocXacThucVoiVNeID: string;
  /** It used the population database itself (DSKetNoiCSDL). */
  readonly populationDataUsed: boolean;
}

interface RecordSources {
  readonly facts: Facts;
  readonly applicant: Applicant;
  /** Field of the procedure, by the catalogue. */
  readonly field: { readonly code: string; readonly name: string };
  readonly maps: CodeMaps;
  readonly saidByPortal: SaidByPortal | null;
  /** Of a dossier of the portal: its papers as they were handed over last. */
  readonly deliveredFiles: readonly Plain<ComponentFile>[] | null;
  /** Where a result may be fetched, by the hash of its file. */
  readonly resultLink: (sha256: string) => string;
}

type BuiltRecord =
  | { readonly record: PortalRecord; readonly unmapped: readonly [] }
  | { readonly record: null; readonly unmapped: readonly Unmapped[] };

const CHANNEL: Readonly<Record<Channel, string>> = { counter: '1', online: '2', post: '3' };
const SUBJECT: Readonly<Record<Subject, string>> = { citizen: '1', enterprise: '2', stateAgency: '3', other: '4' };
const BY_POST = '1';
const DELIVERY: Readonly<Record<ReturnMethod, string>> = { counter: '0', online: '0', post: BY_POST };
const SUPPLEMENT: Readonly<Record<SupplementState, string>> = { asked: '1', given: '2', closed: '3' };
const NOTHING_SAID: SaidByPortal = {
  LoaiDoiTuong: '',
  HinhThuc: '',
  MaDoiTuong: '',
  NgayNopHoSo: '',
  ThongTinKhac: '',
  Fax: '',
  TrichYeuHoSo: '',
  GhiChu: '',
  TaiKhoanDuocXacThucVoiVNeID: '0',
  populationDataUsed: false,
};
const flag = (value: boolean): string => (value ? '1' : '0');

/** The statuses in which each of these dates is shown; it is the instant at which the status was first reached. */
const PROCESSED: ReadonlySet<PublicStatus> = new Set(['processed', 'returned']);
const ENDED = ['refused', 'withdrawn', 'stopped'] as const;
const WITH_RESULTS: ReadonlySet<PublicStatus> = new Set(['withdrawn', 'stopped', 'processed', 'returned']);

function endOf({ reached }: Facts, now: PublicStatus): string | undefined {
  if (PROCESSED.has(now)) return reached.processed;
  const ended = ENDED.find((status) => status === now);
  return ended && reached[ended];
}

/** Every file that was given and not replaced: of the submission or its last change, then all of the acceptance, and of supplements. */
function filesOf(
  { submission, acceptance, supplements }: Facts,
  delivered: readonly Plain<ComponentFile>[] | null,
): Plain<ComponentFile>[] {
  const all = [
    ...(acceptance?.files ?? delivered ?? submission?.files ?? []),
    ...supplements.flatMap(({ files }) => files),
  ];
  return [...new Map(all.map((file) => [file.id ?? `${file.component} ${file.sha256}`, file])).values()];
}

const fileEntry = (file: Plain<ComponentFile>, component: string): PortalFile => ({
  TepDinhKemId: file.id ?? `${file.component}-${file.sha256}`,
  TenTepDinhKem: file.name,
  IsDeleted: '0',
  MaThanhPhanHoSo: component,
  DuongDanTaiTepTin: '',
  DuocSoHoa: flag(file.digitised === true),
  DuocTaiSuDung: file.reusedFrom === 'result' ? '2' : file.reusedFrom === 'paper' ? '1' : '0',
  DuocLayTuKhoDMQG: flag(file.fromCitizenStore === true),
  MaKetQuaThayThe: '',
});

const BEFORE_ACCEPTANCE = '1';
const BEFORE_RETURN = '2';

const feeEntry = ({ name, code, net, kind }: Plain<FeeLine>, HinhThucThu: string): PortalFee => ({
  TenPhiLePhi: name,
  MaPhiLePhi: code,
  HinhThucThu,
  Gia: String(net),
  LoaiPhiLePhi: kind === 'phi' ? '1' : '2',
});

/** What is owed net, as assessed and as demanded later (R16). A line of 0 đ is left out, so that none says 3, free. */
const feeEntries = ({ submission, demands }: Facts): PortalFee[] =>
  [
    ...(submission?.feeLines ?? []).map((line) => ({
      line,
      time: line.collectedAt === 'beforeAcceptance' ? BEFORE_ACCEPTANCE : BEFORE_RETURN,
    })),
    ...demands.flatMap(({ by, lines }) =>
      lines.map((line) => ({ line, time: by === 'office' ? BEFORE_ACCEPTANCE : BEFORE_RETURN })),
    ),
  ]
    .filter(({ line }) => line.net > 0)
    .map(({ line, time }) => feeEntry(line, time));

const furtherEntries = (acceptance: AcceptanceFacts | null): PortalRecord['DanhSachTepDinhKemKhac'] =>
  (acceptance?.furtherPapers ?? []).flatMap(({ name, originals, copies }) =>
    [
      { SoLuong: originals, LoaiGiayTo: '1' },
      { SoLuong: copies, LoaiGiayTo: '2' },
    ]
      .filter(({ SoLuong }) => SoLuong > 0)
      .map(({ SoLuong, LoaiGiayTo }) => ({ TenGiayTo: name, SoLuong: String(SoLuong), LoaiGiayTo })),
  );

const handedIn = ({ handedInBy }: Applicant): string =>
  handedInBy === '' ? '' : `Người nộp hồ sơ theo ủy quyền: ${handedInBy}`;

/** The applicant alone, where the portal has a kind for the number: it has no place for who applies beside. */
const identitiesOf = ({ identityType: type, identityNumber: number }: Applicant): PortalRecord['DinhDanhCHS'] =>
  number !== '' && (type === 'citizenId' || type === 'oldId')
    ? [{ LoaiDinhDanh: type === 'citizenId' ? '1' : '2', SoDinhDanh: number }]
    : [];

/** Ours, and the same for ever. */
export const supplementIdOf = (code: string, number: number): string => `${code}-BS${number}`;

const supplementEntry = (code: string, one: SupplementFacts): PortalSupplement => ({
  HoSoBoSungId: supplementIdOf(code, one.number),
  NguoiYeuCauBoSung: one.requestedBy,
  NoiDungBoSung: one.items.map(({ reason }) => reason).join('\n'),
  NgayBoSung: vietnamTime(one.requestedAt),
  NguoiTiepNhanBoSung: '',
  ThongTinTiepNhan: '',
  NgayTiepNhanBoSung: vietnamTime(one.endedAt),
  TrangThaiBoSung: SUPPLEMENT[one.state],
  DanhSachGiayToBoSung: [],
  DanhSachLePhiBoSung: [],
  NgayHenTraTruoc: vietnamTime(one.dueBefore),
  NgayHenTraMoi: vietnamTime(one.dueAfter),
});

/** Under which code the dossier is known at the portal: one that the portal gave goes before ours (R22). */
export const codeAtPortal = ({ code, portalCode }: SubmissionFacts): string => portalCode ?? code;

/** The record of a dossier whose submission and status are known; or which of its codes have no counterpart at the portal. */
export function buildRecord({
  facts,
  applicant,
  field,
  maps,
  saidByPortal,
  deliveredFiles,
  resultLink,
}: RecordSources): BuiltRecord {
  const { submission, acceptance, status, supplements, results, revoked } = facts;
  if (!submission || !status) throw new Error('a record is built of a dossier that was submitted');
  const unmapped: Unmapped[] = [];
  const mapped = (kind: CodeKind, code: string): string => {
    const found = maps.portalCode(kind, code);
    if (found === null && !unmapped.some((one) => one.kind === kind && one.code === code))
      unmapped.push({ kind, code });
    return found ?? '';
  };
  const files = filesOf(facts, deliveredFiles);
  // The acceptance, and that it was undone, are heard of a moment before the status is.
  const everAccepted = facts.reached.accepted !== undefined;
  const now = status.now === 'accepted' && !everAccepted ? 'registered' : status.now;
  const said = saidByPortal ?? NOTHING_SAID;
  const delivery = said.HinhThuc === '' ? DELIVERY[submission.deliveryMethod] : said.HinhThuc;
  const issued = WITH_RESULTS.has(now) ? results.filter(({ sha256 }) => !revoked.includes(sha256)) : [];
  const resultEntry = (one: (typeof results)[number]): PortalResult => ({
    TenGiayTo: one.name,
    MaThanhPhanHoSo: '',
    GiayToId: one.number,
    DuongDanTepTinKetQua: owes(facts) ? '' : resultLink(one.sha256),
    // The letter of refusal is every procedure's: the portal's catalogue of results need not know it.
    MaGiayToKetQua:
      one.decision === 'denied' ? (maps.portalCode('result', one.code) ?? '') : mapped('result', one.code),
  });
  const record: PortalRecord = {
    MaHoSo: codeAtPortal(submission),
    MaTTHC: mapped('procedure', submission.procedureCode),
    TenTTHC: acceptance?.procedureName ?? submission.procedureName,
    MaLinhVuc: mapped('field', field.code),
    TenLinhVuc: field.name,
    KenhThucHien: CHANNEL[submission.channel],
    ChuHoSo: applicant.fullName,
    SoGiayToChuHoSo: applicant.identityNumber,
    LoaiDoiTuong: said.LoaiDoiTuong === '' ? SUBJECT[submission.applicantKind] : said.LoaiDoiTuong,
    MaDoiTuong: said.MaDoiTuong,
    ThongTinKhac: said.ThongTinKhac === '' ? handedIn(applicant) : said.ThongTinKhac,
    Email: applicant.email,
    Fax: said.Fax,
    SoDienThoai: applicant.phone,
    TrichYeuHoSo: said.TrichYeuHoSo === '' ? submission.procedureName : said.TrichYeuHoSo,
    NgayNopHoSo: said.NgayNopHoSo === '' ? vietnamTime(submission.at) : said.NgayNopHoSo,
    NgayTiepNhan: everAccepted ? vietnamTime(acceptance?.at) : '',
    NgayHenTra: everAccepted ? vietnamTime(facts.dueAt) : '',
    NgayTra: now === 'returned' ? vietnamTime(facts.reached.returned) : '',
    NgayKetThucXuLy: vietnamTime(endOf(facts, now)),
    NgayTuChoi: now === 'refused' ? vietnamTime(facts.reached.refused) : '',
    TrangThaiHoSo: numberOf(now),
    ThongTinTra: delivery === BY_POST ? applicant.deliveryAddress : '',
    HinhThuc: delivery,
    DonViXuLy: mapped('agency', facts.holder?.agency ?? submission.receivingAgency),
    GhiChu: said.GhiChu,
    NoiNopHoSo: submission.portalCode === null ? '2' : '1',
    HoSoCoThanhPhanSoHoa: flag(files.some(({ digitised }) => digitised === true)),
    TaiKhoanDuocXacThucVoiVNeID: said.TaiKhoanDuocXacThucVoiVNeID,
    DuocThanhToanTrucTuyen: facts.paidOnline === 'portal' ? '1' : facts.paidOnline === 'gateway' ? '2' : '0',
    DinhDanhCHS: identitiesOf(applicant),
    DSKetNoiCSDL:
      submission.populationDataUsed || acceptance?.populationDataUsed || said.populationDataUsed
        ? [{ MaCSDL: '1' }]
        : [],
    TaiLieuNop: files.map((file) => fileEntry(file, mapped('component', file.component))),
    DanhSachLePhi: feeEntries(facts),
    DanhSachTepDinhKemKhac: furtherEntries(acceptance),
    DanhSachHoSoBoSung: supplements.map((one) => supplementEntry(submission.code, one)),
    DanhSachGiayToKetQua: issued.map(resultEntry),
  };
  return unmapped.length > 0 ? { record: null, unmapped } : { record, unmapped: [] };
}
