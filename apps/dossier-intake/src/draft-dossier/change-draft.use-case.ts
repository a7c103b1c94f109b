import { Inject, Injectable } from '@nestjs/common';
import { refuseUnlessAllowed } from '@motcua/dossier-domain';
import { CLOCK, type Clock } from '@motcua/kernel';
import { type Actor, openText, SealingConfig, type Tx, ValidationPipe } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { CheckDraft } from './check-draft.js';
import { DraftRequest } from './draft.request.js';
import { dropReusedPapers } from './drop-reused-papers.js';
import { mergePatch } from './merge-patch.js';

/** A draft as the document that patches are applied to: what was sent to make it. */
const documentOf = (draft: DossierRow, sealingKey: string): object => {
  const {
    applicant,
    procedureCode,
    variant,
    channel,
    submissionAgency,
    receivingAgency,
    competentAgency,
    delivery,
    formData,
    language,
    portalCode,
  } = draft;
  const { kind, identityType, identityNumber, fullName, phone, email, address } = applicant;
  return {
    procedureCode,
    variant,
    channel,
    submissionAgency,
    receivingAgency,
    competentAgency,
    applicant: {
      kind,
      identity: { type: identityType, number: openText(sealingKey, identityNumber) },
      fullName,
      phone,
      email,
      address,
    },
    delivery,
    formData,
    language,
    portalCode,
  };
};

@Injectable()
export class ChangeDraft {
  private readonly validation = new ValidationPipe();

  constructor(
    private readonly checkDraft: CheckDraft,
    private readonly dossiers: Dossiers,
    private readonly sealing: SealingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * All of the patch or nothing: the outcome is checked as a new draft would be. Papers of a store leave the draft with
   * the number of their owner.
   */
  async execute(tx: Tx, id: string, version: number, patch: object, actor: Actor): Promise<DossierRow> {
    const { dossier, head } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.submit', version });
    refuseUnlessAllowed('edit', lifeOf(dossier));
    const document = mergePatch(documentOf(dossier, this.sealing.sealingKey), patch);
    const request = (await this.validation.transform(document, {
      type: 'body',
      metatype: DraftRequest,
    })) as DraftRequest;
    const now = this.clock.now();
    const kept = await this.dossiers.keep(tx, dossier, await this.checkDraft.check(tx, request, actor, now));
    const filesDropped = kept.applicantRef === dossier.applicantRef ? [] : await dropReusedPapers(tx, id);
    // Names of what changed, not what it says: a history holds no personal data.
    tx.record(
      {
        aggregate: id,
        at: now,
        actor: actor.subject,
        action: 'draftChanged',
        detail: { fields: Object.keys(patch).sort(), ...(filesDropped.length > 0 && { filesDropped }) },
      },
      head,
    );
    return kept;
  }
}
