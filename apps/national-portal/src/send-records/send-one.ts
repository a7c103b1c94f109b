import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealingConfig, sealText } from '@motcua/platform';
import { NationalPortal } from '../exchange/national-portal.js';
import { buildLine } from '../record/build-line.js';
import type { CodeMaps } from '../record/code-maps.js';
import type { PortalRecord } from '../record/portal-record.js';
import { written } from '../record/written.js';
import { Records } from '../records/records.js';
import type { Job, Outcome } from './job.js';
import { Sending } from './sending.js';

const hashOf = (record: PortalRecord): string => createHash('sha256').update(written(record)).digest('hex');

/** Sends what one dossier owes: its record first, then its lines of progress, never two calls at once. */
@Injectable()
export class SendOne {
  constructor(
    private readonly portal: NationalPortal,
    private readonly records: Records,
    private readonly sealing: SealingConfig,
  ) {}

  async send(job: Job, maps: CodeMaps): Promise<Outcome> {
    const ready = this.records.of(job, maps);
    const sending = new Sending(job, this.portal, (text) => sealText(this.sealing.sealingKey, text));
    if (!('record' in ready)) return sending.waits(ready.waitingFor);
    const { recordId, lines } = job;
    if (recordId !== null && !(await sending.record(recordId, ready.record, hashOf(ready.record))))
      return sending.outcome();
    const code = ready.record.MaHoSo;
    if (lines.length > 0) await sending.progress(lines.map(({ id, move }) => ({ id, line: buildLine(code, move) })));
    return sending.outcome();
  }
}
