import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { openEnvelope, openText, PlatformConfig, SealingConfig, sealText } from '@motcua/platform';
import { NationalPortal } from '../exchange/national-portal.js';
import { ERASED, readApplicant } from '../record/applicant.js';
import { buildLine } from '../record/build-line.js';
import { buildRecord, codeAtPortal, type SaidByPortal } from '../record/build-record.js';
import type { CodeMaps } from '../record/code-maps.js';
import type { PortalRecord } from '../record/portal-record.js';
import type { Job, Outcome, WaitingFor } from './job.js';
import { Sending } from './sending.js';

const hashOf = (record: PortalRecord): string => createHash('sha256').update(JSON.stringify(record)).digest('hex');

type Ready = { readonly record: PortalRecord } | { readonly waitingFor: readonly WaitingFor[] };

/** Sends what one dossier owes: its record first, then its lines of progress, never two calls at once. */
@Injectable()
export class SendOne {
  constructor(
    @Inject(NationalPortal) private readonly portal: NationalPortal,
    @Inject(SealingConfig) private readonly sealing: SealingConfig,
    @Inject(PlatformConfig) private readonly platform: PlatformConfig,
  ) {}

  async send(job: Job, maps: CodeMaps): Promise<Outcome> {
    const ready = this.recordOf(job, maps);
    const sending = new Sending(job, this.portal, (text) => sealText(this.sealing.sealingKey, text));
    if (!('record' in ready)) return sending.waits(ready.waitingFor);
    const code = ready.record.MaHoSo;
    if (job.recordId !== null && !(await sending.record(job.recordId, ready.record, hashOf(ready.record))))
      return sending.outcome();
    const lines = job.lines.map(({ id, move }) => ({ id, line: buildLine(code, move) }));
    if (lines.length > 0) await sending.progress(lines);
    return sending.outcome();
  }

  private recordOf(job: Job, maps: CodeMaps): Ready {
    const { facts, fieldCode, fieldName } = job;
    const { submission, status } = facts;
    if (!submission || !status) return { waitingFor: [{ kind: 'submission', code: job.dossierId }] };
    if (job.erased === null) return { waitingFor: [{ kind: 'applicant', code: job.dossierId }] };
    if (fieldCode === null || fieldName === null) {
      const { procedureCode, procedureVersion } = submission;
      return { waitingFor: [{ kind: 'procedureVersion', code: `${procedureCode} ${procedureVersion}` }] };
    }
    const built = buildRecord({
      facts,
      applicant: this.applicantOf(job),
      field: { code: fieldCode, name: fieldName },
      maps,
      saidByPortal: this.saidByPortal(job),
      resultLink: (sha256) => this.resultLink(codeAtPortal(submission), sha256),
    });
    return built.record ? { record: built.record } : { waitingFor: built.unmapped };
  }

  private applicantOf({ sealed, wrappedKey }: Job) {
    if (sealed === null || wrappedKey === null) return ERASED;
    return readApplicant(openEnvelope(this.sealing.sealingKey, { sealed, wrappedKey }));
  }

  private saidByPortal({ saidByPortal }: Job): SaidByPortal | null {
    return saidByPortal === null ? null : (JSON.parse(openText(this.sealing.sealingKey, saidByPortal)) as SaidByPortal);
  }

  private resultLink(code: string, sha256: string): string {
    const { publicUrl } = this.platform;
    return `${publicUrl}/portal/v1/dossiers/${encodeURIComponent(code)}/results/${sha256}`;
  }
}
