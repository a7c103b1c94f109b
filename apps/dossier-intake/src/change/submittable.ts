import { awaitedResults, receivedOnPaper, type SubmittableDraft } from '@motcua/dossier-domain';
import { assess } from '@motcua/fee-domain';
import type { AnnouncedVersion } from '../catalogue/procedures.js';
import type { DossierFacts } from './dossier-facts.js';

/** What a submission owes, by the tariff and policies of its instant. @rule R16 */
export const feesOf = (
  { dossier, circumstances, form }: Pick<DossierFacts, 'dossier' | 'circumstances' | 'form'>,
  procedure: AnnouncedVersion,
  submittedAt: Temporal.Instant,
) =>
  assess({
    procedure: { code: procedure.code, field: procedure.field.code },
    channel: dossier.channel,
    agencyAncestors: circumstances.agency(dossier.competentAgency)?.ancestors ?? [dossier.competentAgency],
    tariff: circumstances.tariffOf(procedure),
    policies: circumstances.policies,
    variant: dossier.variant,
    applicant: { kind: dossier.applicant.kind, beneficiaryOf: dossier.exemptions.map(({ code }) => code) },
    formData: form(dossier),
    submittedAt,
  });

/** A dossier as the checks of a submission see it. */
export function submittable(facts: DossierFacts): SubmittableDraft {
  const { dossier, circumstances, files } = facts;
  const { kind, identityType, fullName, phone, email } = dossier.applicant;
  return {
    variant: dossier.variant,
    channel: dossier.channel,
    submissionAgency: circumstances.openAgency(dossier.submissionAgency),
    receivingAgency: circumstances.openAgency(dossier.receivingAgency),
    competentAgency: circumstances.openAgency(dossier.competentAgency),
    applicant: { kind, identity: { type: identityType, number: facts.identityNumber() }, fullName, phone, email },
    ...facts.parties(),
    delivery: dossier.delivery,
    attached: [
      ...files.map(({ component }) => component),
      ...receivedOnPaper(dossier.received),
      ...awaitedResults(dossier.link).map(({ as }) => as),
    ],
  };
}
