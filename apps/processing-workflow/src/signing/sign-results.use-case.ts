import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Agencies } from '@motcua/catalogue-copy';
import { type Actor, FilesConfig, FileStore, permittedReach, type Tx } from '@motcua/platform';
import {
  assertMaySign,
  type CaseFact,
  leadingAgency,
  maySign,
  type Officer,
  type ToSign,
} from '@motcua/processing-domain';
import { CaseAccess } from '../access/case-access.js';
import { keepSignature, type ResultRow } from '../persistence/case-results.js';
import { OfficerRegister } from '../persistence/officer-register.js';
import type { StoredCase } from '../persistence/case-store.js';
import { Signer } from './signer.js';

export interface Signing {
  readonly actor: Actor;
  readonly officer: Officer;
  readonly now: Temporal.Instant;
}

/** Puts the officer's signature under every result of the case that has none yet, and issues it. @rule R20 */
@Injectable()
export class SignResults {
  constructor(
    private readonly signer: Signer,
    private readonly files: FileStore,
    private readonly config: FilesConfig,
    private readonly agencies: Agencies,
    private readonly access: CaseAccess,
    private readonly officers: OfficerRegister,
  ) {}

  /** @throws Refusal ACCESS.FORBIDDEN without the scope `case.sign`, SIGNER.NOT_ENTITLED with those who may sign */
  async execute(
    tx: Tx,
    { state }: StoredCase,
    results: readonly ResultRow[],
    { actor, officer, now }: Signing,
  ): Promise<CaseFact[]> {
    permittedReach(actor, 'case.sign');
    await this.access.assertTask(tx, actor, 'case.sign', leadingAgency(state));
    const drafts = results.filter((one) => one.state === 'draft');
    await this.assertEntitled(tx, officer, {
      agency: leadingAgency(state),
      results: drafts.map((one) => one.result_code),
    });
    const agency = await this.agencies.find(state.terms.competentAgency, tx);
    const issued: CaseFact[] = [];
    for (const row of drafts) {
      const draft = await buffer(await this.files.open(row.draft_sha256));
      const { pdf, format } = await this.signer.sign(draft, {
        signer: officer,
        reason: `${row.name}, số ${row.number}`,
        location: agency?.name ?? state.terms.competentAgency,
        at: now,
      });
      const file = await this.files.put(Readable.from([pdf]), { maxBytes: this.config.maxBytes + 1024 * 1024 });
      await keepSignature(tx, state.dossierId, row.n, { file, format, signer: officer, at: now });
      issued.push({
        type: 'resultIssued',
        signer: officer,
        result: {
          resultCode: row.result_code,
          name: row.name,
          documentNumber: row.number,
          signatureFormat: format,
          ...(row.valid_until !== null && { validUntil: row.valid_until }),
          file: { ...file, mediaType: 'application/pdf', name: row.file_name },
        },
      });
    }
    return issued;
  }

  /** The register says who may sign what for which agency. */
  private async assertEntitled(tx: Tx, { subject }: Officer, toSign: ToSign): Promise<void> {
    const registered = await this.officers.find(tx, subject);
    if (registered && maySign(registered.signing, toSign)) return;
    assertMaySign(registered, toSign, await this.officers.signatories(tx, toSign.agency));
  }
}
