import { Injectable } from '@nestjs/common';
import { openEnvelope, openText, PlatformConfig, SealingConfig } from '@motcua/platform';
import { listIn, textIn } from '../receive/fields.js';
import { type Applicant, ERASED, readApplicant } from '../record/applicant.js';
import { buildRecord, codeAtPortal, type SaidByPortal } from '../record/build-record.js';
import { declinedRecord } from '../record/declined-record.js';
import type { CodeMaps } from '../record/code-maps.js';
import type { PortalRecord } from '../record/portal-record.js';
import type { WaitingFor } from '../send-records/job.js';
import type { RecordSource } from './record-source.js';

type Ready = { readonly record: PortalRecord } | { readonly waitingFor: readonly WaitingFor[] };

const saidIn = (delivered: Readonly<Record<string, unknown>>): SaidByPortal => ({
  LoaiDoiTuong: textIn(delivered, 'LoaiDoiTuong'),
  HinhThuc: textIn(delivered, 'HinhThuc'),
  MaDoiTuong: textIn(delivered, 'MaDoiTuong'),
  NgayNopHoSo: textIn(delivered, 'NgayNopHoSo'),
  ThongTinKhac: textIn(delivered, 'ThongTinKhac'),
  Fax: textIn(delivered, 'Fax'),
  TrichYeuHoSo: textIn(delivered, 'TrichYeuHoSo'),
  GhiChu: textIn(delivered, 'GhiChu'),
  TaiKhoanDuocXacThucVoiVNeID: textIn(delivered, 'TaiKhoanDuocXacThucVoiVNeID') === '1' ? '1' : '0',
  populationDataUsed: listIn(delivered, 'DSKetNoiCSDL').some((one) => textIn(one, 'MaCSDL') === '1'),
});

/** Makes the record of a dossier, or says what it waits for; the one place where an applicant's data is opened. */
@Injectable()
export class Records {
  constructor(
    private readonly sealing: SealingConfig,
    private readonly platform: PlatformConfig,
  ) {}

  of(source: RecordSource, maps: CodeMaps): Ready {
    const { facts, fieldCode, fieldName, dossierId, delivered, deliveredFiles } = source;
    const { submission, declined, status } = facts;
    if (!submission && declined && delivered !== null)
      return { record: declinedRecord(this.opened(delivered), declined) };
    if (!submission || !status) return { waitingFor: [{ kind: 'submission', code: dossierId }] };
    if (source.codeTaken) return { waitingFor: [{ kind: 'portalCode', code: submission.portalCode ?? '' }] };
    if (source.erased === null) return { waitingFor: [{ kind: 'applicant', code: dossierId }] };
    if (fieldCode === null || fieldName === null) {
      const { procedureCode, procedureVersion } = submission;
      return { waitingFor: [{ kind: 'procedureVersion', code: `${procedureCode} ${procedureVersion}` }] };
    }
    const built = buildRecord({
      facts,
      applicant: this.applicantOf(source),
      field: { code: fieldCode, name: fieldName },
      maps,
      deliveredFiles,
      saidByPortal: delivered === null ? null : saidIn(this.opened(delivered)),
      resultLink: (sha256) => this.resultLink(codeAtPortal(submission), sha256),
    });
    return built.record ? { record: built.record } : { waitingFor: built.unmapped };
  }

  private opened(delivered: string): Readonly<Record<string, unknown>> {
    return JSON.parse(openText(this.sealing.sealingKey, delivered)) as Readonly<Record<string, unknown>>;
  }

  private applicantOf({ sealed, wrappedKey }: RecordSource): Applicant {
    if (sealed === null || wrappedKey === null) return ERASED;
    return readApplicant(openEnvelope(this.sealing.sealingKey, { sealed, wrappedKey }));
  }

  private resultLink(code: string, sha256: string): string {
    return `${this.platform.publicUrl}/portal/v1/dossiers/${encodeURIComponent(code)}/results/${sha256}`;
  }
}
