import { Inject, Injectable } from '@nestjs/common';
import { DossierSubmittedV1 } from '@motcua/contracts';
import { refuseUnlessAllowed, submit } from '@motcua/dossier-domain';
import { assess } from '@motcua/fee-domain';
import { CLOCK, type Clock, withOffset } from '@motcua/kernel';
import { type Actor, openText, PlatformConfig, SealingConfig, type Tx } from '@motcua/platform';
import { publishStatus } from '../announce/announce-status.js';
import { type Circumstances, CircumstancesOf } from '../catalogue/circumstances.js';
import { FormChecker } from '../catalogue/form-checker.js';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import { componentFileOf } from '../persistence/component-file.js';
import type { DossierParts, StoredComponentFile } from '../persistence/dossier-parts.js';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { Dossiers, lifeOf } from '../persistence/dossiers.js';
import { contactFingerprint, mayReplaceContact, publishContact } from './applicant-contact.js';
import { publishApplicantOf } from './applicant-of-dossier.js';
import { keepSubmitted } from './give-code.js';

export interface Submitted {
  readonly dossier: DossierRow;
  readonly parts: DossierParts;
}

@Injectable()
export class SubmitDossier {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly circumstances: CircumstancesOf,
    private readonly forms: FormChecker,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Gives the code (R1) and assesses the fees (R16) in one transaction; what is missing or wrong is told at once. */
  async execute(tx: Tx, id: string, version: number, actor: Actor): Promise<Submitted> {
    const {
      dossier: draft,
      head,
      files,
    } = await this.dossiers.lock(tx, id, { actor, scope: 'dossier.submit', version });
    refuseUnlessAllowed('submit', lifeOf(draft));
    const now = this.clock.now();
    const found = await this.circumstances.read(
      tx,
      draft.procedureCode,
      [draft.receivingAgency, draft.competentAgency, draft.submissionAgency],
      now,
    );
    const procedure = openProcedureOf(draft.procedureCode, found);
    const { lines, due } = assess({
      ...feeSubject(draft, procedure, found),
      tariff: found.tariff,
      policies: found.policies,
      variant: draft.variant,
      submittedAt: now,
    });
    const { calendar } = await found.calendarOf(draft.receivingAgency);
    const fact = submit(lifeOf(draft), {
      draft: this.submittable(
        draft,
        found,
        files.map(({ component }) => component),
      ),
      procedureCode: draft.procedureCode,
      procedure: decided(procedure),
      formFaults: this.forms.check(procedure, draft.formData),
      owedBeforeAcceptance: due.beforeAcceptance,
      calendar,
      now,
    });
    const fields = {
      submittedBy: actor.subject,
      procedureVersion: procedure.version,
      procedureName: procedure.name,
      feeLines: lines,
      unpaidBeforeReturn: due.beforeReturn,
    };
    const { dossier, contactChanged } = await keepSubmitted(tx, draft, fact, fields, {
      fingerprint: contactFingerprint(this.platform.identityKey, draft),
      trusted: mayReplaceContact(actor, draft),
    });
    const holderName = found.agency(dossier.holderAgency)?.name ?? null;
    publishSubmitted(tx, dossier, files, now);
    publishStatus(tx, dossier, 'draft', 'intake', holderName);
    publishApplicantOf(tx, dossier, this.sealing.sealingKey, now);
    if (contactChanged) publishContact(tx, dossier, this.sealing.sealingKey, now);
    const detail = { code: dossier.code, status: dossier.status, procedureVersion: procedure.version, due };
    tx.record({ aggregate: id, at: now, actor: actor.subject, action: 'submitted', detail }, head);
    return { dossier, parts: { holderName, files, supplements: [], results: [] } };
  }

  private submittable(draft: DossierRow, found: Circumstances, attached: readonly string[]) {
    const open = (code: string | null) => {
      const agency = found.agency(code);
      return agency?.active ? agency : null;
    };
    const { kind, identityType, identityNumber, fullName, phone, email } = draft.applicant;
    return {
      variant: draft.variant,
      channel: draft.channel,
      submissionAgency: open(draft.submissionAgency),
      receivingAgency: open(draft.receivingAgency),
      competentAgency: open(draft.competentAgency),
      applicant: {
        kind,
        identity: { type: identityType, number: openText(this.sealing.sealingKey, identityNumber) },
        fullName,
        phone,
        email,
      },
      delivery: draft.delivery,
      attached,
    };
  }
}

const feeSubject = ({ channel, competentAgency }: DossierRow, procedure: AnnouncedVersion, found: Circumstances) => ({
  procedure: { code: procedure.code, field: procedure.field.code },
  channel,
  agencyAncestors: found.agency(competentAgency)?.ancestors ?? [competentAgency],
});

function publishSubmitted(
  tx: Tx,
  dossier: DossierRow,
  files: readonly StoredComponentFile[],
  now: Temporal.Instant,
): void {
  const {
    id,
    code,
    procedureCode,
    procedureVersion,
    procedureName,
    variant,
    channel,
    receivingAgency,
    competentAgency,
  } = dossier;
  const { applicantRef, submittedBy, language, status, feeLines, receptionDueAt, portalCode } = dossier;
  tx.publish({
    contract: DossierSubmittedV1,
    key: id,
    time: now,
    data: {
      dossierId: id,
      code: code ?? '',
      procedureCode,
      procedureVersion,
      procedureName,
      variant,
      channel,
      receivingAgency,
      competentAgency,
      applicantRef,
      submittedBy,
      language,
      submittedAt: withOffset(now),
      status: status as DossierSubmittedV1['status'],
      feeLines,
      receptionDueAt: receptionDueAt && withOffset(receptionDueAt),
      portalCode,
      applicantKind: dossier.applicant.kind,
      deliveryMethod: dossier.delivery.method,
      files: files.map(componentFileOf(channel)),
    } satisfies DossierSubmittedV1,
  });
}
