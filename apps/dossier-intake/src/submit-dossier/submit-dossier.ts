import { assertAllowed, submit, type SubmittableDraft } from '@motcua/dossier-domain';
import { assess } from '@motcua/fee-domain';
import { openProcedureOf } from '../catalogue/open-procedure-of.js';
import { type AnnouncedVersion, decided } from '../catalogue/procedures.js';
import { mayReplaceContact } from '../change/applicant-contact.js';
import { changed } from '../change/dossier-change.js';
import type { DossierFacts } from '../change/dossier-facts.js';
import type { Asked, DossierDecision } from '../change/dossiers.js';
import { lifeOf } from '../persistence/found-dossier.js';

/** Assesses the fees (R16), and tells at once all that is missing or wrong; the code is given when it is saved (R1). */
export const SUBMIT_DOSSIER: DossierDecision<Asked> = {
  scope: 'dossier.submit',
  lasting: true,
  decide: (facts, { actor }, now) => {
    const { dossier: draft, files, circumstances } = facts;
    assertAllowed('submit', lifeOf(draft));
    const procedure = openProcedureOf(draft.procedureCode, circumstances, now);
    const { lines, due } = feesOf(facts, procedure, now);
    const { status, receptionDueAt } = submit(lifeOf(draft), {
      draft: submittable(facts),
      procedureCode: draft.procedureCode,
      procedure: decided(procedure),
      formFaults: facts.formFaults(procedure, draft.formData),
      owedBeforeAcceptance: due.beforeAcceptance,
      calendar: circumstances.calendarOf(draft.receivingAgency).calendar,
      now,
    });
    return {
      before: draft,
      after: changed(draft, {
        status,
        statusSince: now,
        listedAt: now,
        submittedAt: now,
        submittedBy: actor.subject,
        procedureVersion: procedure.version,
        procedureName: procedure.name,
        feeLines: lines,
        unpaidBeforeReturn: due.beforeReturn,
        receptionDueAt,
      }),
      at: now,
      actor: actor.subject,
      facts: [{ action: 'submitted', detail: { status, procedureVersion: procedure.version, due }, told: { files } }],
      numbering: { contact: facts.contact(), trusted: mayReplaceContact(actor, draft) },
    };
  },
};

const feesOf = ({ dossier, circumstances }: DossierFacts, procedure: AnnouncedVersion, submittedAt: Temporal.Instant) =>
  assess({
    procedure: { code: procedure.code, field: procedure.field.code },
    channel: dossier.channel,
    agencyAncestors: circumstances.agency(dossier.competentAgency)?.ancestors ?? [dossier.competentAgency],
    tariff: circumstances.tariff,
    policies: circumstances.policies,
    variant: dossier.variant,
    submittedAt,
  });

const submittable = (facts: DossierFacts): SubmittableDraft => {
  const { dossier, circumstances, files } = facts;
  const { kind, identityType, fullName, phone, email } = dossier.applicant;
  return {
    variant: dossier.variant,
    channel: dossier.channel,
    submissionAgency: circumstances.openAgency(dossier.submissionAgency),
    receivingAgency: circumstances.openAgency(dossier.receivingAgency),
    competentAgency: circumstances.openAgency(dossier.competentAgency),
    applicant: { kind, identity: { type: identityType, number: facts.identityNumber() }, fullName, phone, email },
    delivery: dossier.delivery,
    attached: files.map(({ component }) => component),
  };
};
