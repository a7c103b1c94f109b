import { paperFaults, submit, waitsFromSubmission } from '@motcua/dossier-domain';
import type { Actor } from '@motcua/platform';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import { decided } from '../catalogue/procedures.js';
import { mayReplaceContact } from '../change/applicant-contact.js';
import { channelFaults } from '../change/channel-faults.js';
import { evidenceFaults, exemptionFaults, openExemptions } from '../change/claimed-exemptions.js';
import { changed, type DossierChange } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import { feesOf, submittable } from '../change/submittable.js';
import { isComponent } from '../on-behalf/papers-beside-components.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';

/** A draft is submitted: alone, or as one of those that are linked. @rule R1 R16 @throws Refusal with all that is missing or wrong */
export function submitted(asked: DossierFacts, actor: Actor, now: Temporal.Instant): DossierChange {
  const facts = { ...asked, dossier: atHeirs(asked) };
  const { dossier: draft, files, circumstances } = facts;
  const procedure = openProcedureOf(draft.procedureCode, circumstances, now);
  const { lines, due } = feesOf(facts, procedure, now);
  const claimed = draft.exemptions.map(({ code }) => code);
  const { status, receptionDueAt } = submit(lifeOf(draft), {
    draft: submittable(facts),
    procedureCode: draft.procedureCode,
    procedure: decided(procedure),
    formFaults: [
      ...facts.formFaults(procedure, facts.form()),
      ...channelFaults(draft.channel, actor),
      // Nobody pays more than the draft said because a policy has ended meanwhile: the claim is taken out first.
      ...exemptionFaults(claimed, openExemptions(draft, circumstances, procedure, now)),
      ...evidenceFaults(draft.exemptions, submittable(facts).attached),
    ],
    paperFaults: paperFaults(files, now),
    owedBeforeAcceptance: due.beforeAcceptance,
    calendar: circumstances.calendarOf(draft.receivingAgency).calendar,
    now,
  });
  return {
    before: asked.dossier,
    after: changed(draft, {
      status,
      statusSince: now,
      listedAt: now,
      submittedAt: now,
      submittedBy: actor.subject,
      procedureVersion: procedure.version,
      procedureName: procedure.name,
      feeLines: lines,
      unpaidBeforeAcceptance: due.beforeAcceptance,
      unpaidBeforeReturn: due.beforeReturn,
      receptionDueAt,
      waitsFor: waitsFromSubmission(draft.link),
    }),
    at: now,
    actor: actor.subject,
    facts: [
      {
        action: 'submitted',
        detail: { status, procedureVersion: procedure.version, due },
        told: { files: files.filter(isComponent) },
      },
    ],
    numbering: { contact: facts.contact(), trusted: mayReplaceContact(actor, draft) },
  };
}

/** An agency of the draft that was closed meanwhile is who took its place. @rule R23 */
function atHeirs({ dossier, circumstances }: DossierFacts): DossierRow {
  const now = (code: string): string => circumstances.openAgency(code)?.code ?? code;
  const { submissionAgency, receivingAgency, competentAgency, holderAgency } = dossier;
  return {
    ...dossier,
    submissionAgency: submissionAgency === null ? null : now(submissionAgency),
    receivingAgency: now(receivingAgency),
    competentAgency: now(competentAgency),
    holderAgency: now(holderAgency),
  };
}
