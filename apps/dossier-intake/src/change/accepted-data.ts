import { DossierAcceptedV1 } from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import { componentFileOf } from '../persistence/component-file.js';
import { partyReferences } from '../persistence/parties.js';
import { populationDataUsed } from '../persistence/population-check.js';
import type { DossierChange, Told } from './dossier-change.js';

/** Hands the dossier over to the case, which from here on decides alone. */
export function acceptedData(
  { after }: DossierChange,
  { fact, files, binding, components, formFields }: Told['accepted'],
) {
  const { acceptance, acceptedBy } = after;
  if (!acceptance || !acceptedBy) throw new Error('an accepted dossier has its acceptance');
  const { variant, channel, receivingAgency, competentAgency, applicantRef, submittedBy } = after;
  const data = {
    dossierId: after.id,
    code: after.code ?? '',
    procedureCode: binding.code,
    procedureVersion: fact.procedureVersion,
    procedureName: binding.name,
    variant,
    channel,
    receivingAgency,
    competentAgency,
    applicantRef,
    submittedBy,
    parties: partyReferences(after.parties),
    acceptedAt: withOffset(fact.acceptedAt),
    acceptedBy,
    term: fact.term,
    supplementPolicy: fact.supplementPolicy,
    supplementTermWorkingDays: fact.supplementTermWorkingDays,
    paymentPausesTerm: fact.paymentPausesTerm,
    reduction: acceptance.reduction,
    calendar: acceptance.calendar,
    statutoryDueAt: acceptance.statutoryDueAt,
    promisedDueAt: acceptance.promisedDueAt,
    cashReceiptNumber: fact.cashReceiptNumber,
    results: binding.results,
    components,
    formFields,
    furtherPapers: after.received?.further ?? [],
    files: files.map(componentFileOf(channel)),
    populationDataUsed: populationDataUsed(after),
  } satisfies DossierAcceptedV1;
  return { contract: DossierAcceptedV1, data };
}
