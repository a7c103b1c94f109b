import { Injectable } from '@nestjs/common';
import { type Action, settlePayment, statusAfter } from '@motcua/dossier-domain';
import { identityHash, type LockingQueries, openText, PlatformConfig, SealingConfig, sealText } from '@motcua/platform';
import { mergePatch } from '../asked-fields/merge-patch.js';
import { normalParties } from '../asked-fields/normal-parties.js';
import { normalApplicant } from '../asked-fields/normal-applicant.js';
import { Catalogue } from '../catalogue/catalogue.js';
import { currentRevision } from '../catalogue/catalogue-snapshot.js';
import { assertNothingToConfirm, assessedAnew } from '../change/assess-anew.js';
import { changed, type DossierChange } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { officerOf } from '../change/officer.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { requestsOfApplicant } from '../on-behalf/office-request.js';
import { openParties, sealParties, type StoredParties } from '../persistence/parties.js';
import { lifeOf } from '../persistence/found-dossier.js';
import { type FormData, openForm, sealForm, type StoredForm } from '../persistence/stored-form.js';
import { assertCorrectable, type Corrected } from './assert-correctable.js';
import type { Circumstances } from '../catalogue/circumstances.js';
import { claimedOf, openExemptions } from '../change/claimed-exemptions.js';
import { changedFields } from '../change/changed-fields.js';
import { documentOf } from '../change/document-of.js';
import type { CorrectionRequest } from './correction.request.js';

/** What is to be otherwise, why, and who asked. */
export type Correcting = Omit<CorrectionRequest, 'confirmed'> & {
  readonly confirmed: boolean;
  /** The office that is to receive it: it is forwarded. */
  readonly receivingAgency?: string;
};

interface CorrectCommand extends Asked {
  readonly asked: Correcting;
}

/**
 * A dossier is put right after its submission: the former values, the reason and who asked are kept, everyone hears of it.
 * What changes the fee or the competent agency is refused until it is confirmed. @rule R12 R16
 * @throws Refusal DOSSIER.ACTION_NOT_ALLOWED, DOSSIER.INPUT_INVALID, DOSSIER.CORRECTION_TO_CONFIRM, FEE.SETTLED
 */
@Injectable()
export class CorrectDossier implements DossierDecision<CorrectCommand, Corrected> {
  readonly action: Action = 'correct';

  constructor(
    private readonly catalogue: Catalogue,
    private readonly platform: PlatformConfig,
    private readonly sealing: SealingConfig,
  ) {}

  async more(
    queries: LockingQueries,
    facts: readonly DossierFacts[],
    commands: readonly CorrectCommand[],
  ): Promise<Corrected[]> {
    const rows = facts.map((one, index) => {
      const command = commands[index];
      if (!command) throw new Error('each dossier has its command');
      return this.corrected(one.dossier, command.asked);
    });
    const asked = rows.map(({ procedureCode, receivingAgency, competentAgency, submissionAgency }) => ({
      procedure: procedureCode,
      agencies: [receivingAgency, competentAgency, submissionAgency].filter((code) => code !== null),
    }));
    const known = await this.catalogue.circumstances(queries, await currentRevision(queries), asked);
    return rows.map((row, index): Corrected => {
      const circumstances = known[index];
      const before = facts[index];
      if (!circumstances || !before) throw new Error('each that asks has its circumstances');
      const current = (identifier: string): string => circumstances.agency(identifier)?.code ?? identifier;
      const number = openText(this.sealing.sealingKey, row.applicant.identityNumber);
      return {
        circumstances,
        numbers: [before.identityNumber(), number],
        correctedParties: openParties(row.parties, this.sealing.sealingKey),
        corrected: {
          ...row,
          receivingAgency: current(row.receivingAgency),
          competentAgency: current(row.competentAgency),
          exemptions: exemptionsAfter(before, row, circumstances, commands[index]?.asked),
        },
      };
    });
  }

  decide(facts: DossierFacts & Corrected, { asked, actor }: CorrectCommand, now: Temporal.Instant): DossierChange {
    const { dossier: before, numbers } = facts;
    const changes = changedFields(
      documentOf(before, numbers[0], facts.parties(), facts.form()),
      documentOf(facts.corrected, numbers[1], facts.correctedParties, facts.form(facts.corrected)),
    );
    const fields = changes.map(({ field }) => field);
    assertCorrectable(facts, fields, now);
    const { lines, row } = this.assessed(facts, fields, now);
    if (!asked.confirmed) assertNothingToConfirm(before, row, lines);
    const number = before.corrections + 1;
    const { reason, askedBy } = asked;
    const correction = {
      dossierId: before.id,
      number,
      correctedAt: now,
      correctedBy: officerOf(actor),
      fields,
      content: { reason, askedBy, changes },
    };
    const isReachedOtherwise = fields.some((field) => field.startsWith('/applicant') || field === '/language');
    const after = changed(before, {
      ...row,
      feeLines: lines,
      corrections: number,
      officeRequests: requestsOfApplicant(before, row),
      // What an office adds, it has seen proved.
      exemptions: row.exemptions.map((claim) =>
        before.exemptions.some(({ code }) => code === claim.code) ? claim : { ...claim, grantedBy: officerOf(actor) },
      ),
    });
    return {
      before,
      after,
      at: now,
      actor: actor.subject,
      facts: [{ action: 'corrected', detail: { number, fields }, told: { correction } }],
      correction,
      applicantChanged: fields.some((field) => /^\/(applicant|delivery|coApplicants|authorisedPerson)\b/.test(field)),
      ...(isReachedOtherwise && { contact: { contact: facts.contact(after), trusted: true } }),
    };
  }

  private corrected(row: DossierRow, asked: Correcting): DossierRow {
    const { sealingKey } = this.sealing;
    const { applicant: was } = row;
    const { identity, address = was.address, ...told } = asked.applicant ?? {};
    const known = { type: was.identityType, number: openText(sealingKey, was.identityNumber) };
    const given = { kind: was.kind, fullName: was.fullName, phone: was.phone, email: was.email, ...told };
    const applicant = normalApplicant({ ...given, identity: identity ?? known });
    const { type, number } = applicant.identity;
    const isSame = type === known.type && number === known.number;
    return {
      ...row,
      variant: asked.variant ?? row.variant,
      competentAgency: asked.competentAgency ?? row.competentAgency,
      receivingAgency: asked.receivingAgency ?? row.receivingAgency,
      applicantRef: isSame ? row.applicantRef : identityHash(this.platform.identityKey, type, number),
      applicant: {
        kind: applicant.kind,
        identityType: type,
        identityNumber: isSame ? was.identityNumber : sealText(sealingKey, number),
        fullName: applicant.fullName,
        phone: applicant.phone ?? null,
        email: applicant.email ?? null,
        address: address?.normalize('NFC') ?? null,
      },
      ...this.parties(row, asked),
      delivery: asked.delivery
        ? { method: asked.delivery.method, address: asked.delivery.address?.normalize('NFC') ?? null }
        : row.delivery,
      formData: correctedForm(row.formData, asked.formData, sealingKey),
      language: asked.language ?? row.language,
    };
  }

  private parties(row: DossierRow, { coApplicants, authorisedPerson }: Correcting): StoredParties {
    if (coApplicants === undefined && authorisedPerson === undefined)
      return { parties: row.parties, partyRefs: row.partyRefs };
    const was = openParties(row.parties, this.sealing.sealingKey);
    const asked = normalParties({
      coApplicants: coApplicants ?? was.coApplicants,
      authorisedPerson: authorisedPerson === undefined ? was.authorisedPerson : authorisedPerson,
    });
    return sealParties(asked, { identityKey: this.platform.identityKey, sealingKey: this.sealing.sealingKey });
  }

  /** The fee of the corrected dossier by the tariff of its submission, and where it stands with that. */
  private assessed(facts: DossierFacts & Corrected, fields: readonly string[], now: Temporal.Instant) {
    const { dossier: before, corrected } = facts;
    const place = placeOf(before, corrected);
    const anew = assessedAnew(facts, corrected, fields);
    if (!anew) return { lines: before.feeLines, row: { ...corrected, ...place } };
    const { lines, owed, dueBeforeAcceptance } = anew;
    const waiting = before.acceptedAt === null ? this.waiting(facts, dueBeforeAcceptance, now) : {};
    return { lines, row: { ...corrected, ...place, ...owed, ...waiting } };
  }

  /** Before acceptance a fee that is new is awaited, and one that is no longer due is awaited no more. */
  private waiting(
    facts: DossierFacts & Corrected,
    { was, is: due }: { readonly was: number; readonly is: number },
    now: Temporal.Instant,
  ): Partial<DossierRow> {
    const { dossier: before, circumstances, corrected } = facts;
    if (before.status === 'registered' && was === 0 && due > 0)
      return { status: statusAfter('demandFee', before.status), statusSince: now, receptionDueAt: null };
    if (before.unpaidBeforeAcceptance === 0) return {};
    const settled = settlePayment(lifeOf(before), {
      channel: before.channel,
      cameFrom: 'registered',
      settled: due === 0,
      paidAt: now,
      calendar: circumstances.calendarOf(corrected.receivingAgency).calendar,
    });
    return settled ? { ...settled, statusSince: now } : {};
  }
}

function correctedForm(was: StoredForm, asked: FormData | undefined, sealingKey: string): StoredForm {
  if (asked === undefined) return was;
  return sealForm(mergePatch(openForm(was, sealingKey), asked) as FormData, sealingKey);
}

/** By the policies of the submission, which bind (R17). */
function exemptionsAfter(
  { dossier, version }: DossierFacts,
  row: DossierRow,
  circumstances: Circumstances,
  asked: Correcting | undefined,
): DossierRow['exemptions'] {
  const at = dossier.submittedAt;
  if (asked?.exemptions === undefined || at === null) return row.exemptions;
  return claimedOf(asked.exemptions, openExemptions(row, circumstances, version, at), row.exemptions);
}

/** The holder follows the receiving office as long as that has it. */
const placeOf = ({ acceptedAt, holderAgency }: DossierRow, { receivingAgency }: DossierRow) => ({
  holderAgency: acceptedAt === null ? receivingAgency : holderAgency,
});
