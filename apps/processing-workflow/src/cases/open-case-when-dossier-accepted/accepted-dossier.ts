import type { DossierAcceptedV1 } from '@motcua/contracts';
import type { Term } from '@motcua/legal-clock';
import type { AcceptedDossier, ProcessDefinition } from '@motcua/processing-domain';

/** `amount` is absent for `sameDay` alone (R7): the contract's shape says less than the legal clock's. */
function termOf({ amount, unit }: DossierAcceptedV1['term']): Term {
  if (unit === 'sameDay') return { unit };
  if (amount === undefined) throw new Error(`a term in ${unit} needs an amount`);
  return { unit, amount };
}

const reductionOf = ({ policy, basisPoints, legalBasis }: NonNullable<DossierAcceptedV1['reduction']>) => ({
  policy,
  basisPoints,
  legalBasis,
});

/** What the acceptance fixed, as the case keeps it. */
export const acceptedDossier = (
  data: DossierAcceptedV1,
  definition: ProcessDefinition,
  earlierSupplements: number,
): AcceptedDossier => ({
  dossierId: data.dossierId,
  code: data.code,
  acceptedAt: Temporal.Instant.from(data.acceptedAt),
  original: {
    statutory: Temporal.Instant.from(data.statutoryDueAt),
    promised: Temporal.Instant.from(data.promisedDueAt),
  },
  earlierSupplements,
  terms: {
    procedure: { code: data.procedureCode, version: data.procedureVersion, name: data.procedureName },
    variant: data.variant,
    channel: data.channel,
    receivingAgency: data.receivingAgency,
    competentAgency: data.competentAgency,
    term: termOf(data.term),
    reduction: data.reduction && reductionOf(data.reduction),
    supplementPolicy: data.supplementPolicy,
    supplementTermWorkingDays: data.supplementTermWorkingDays,
    paymentPausesTerm: data.paymentPausesTerm,
    calendar: { code: data.calendar.code, revision: data.calendar.revision },
    components: data.components.map(({ code, name }) => ({ code, name })),
    ...(data.formFields !== undefined && { formFields: data.formFields }),
    results: data.results.map(({ code, name, decision }) => ({ code, name, decision })),
    definition,
  },
});
