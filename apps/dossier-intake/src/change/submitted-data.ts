import { DossierSubmittedV1 } from '@motcua/contracts';
import { withOffset } from '@motcua/kernel';
import { componentFileOf } from '../persistence/component-file.js';
import { partyReferences } from '../persistence/parties.js';
import { populationDataUsed } from '../persistence/population-check.js';
import type { DossierChange, Told } from './dossier-change.js';

export function submittedData({ after, at }: DossierChange, { files }: Told['submitted']) {
  const { variant, channel, receivingAgency, competentAgency, applicantRef, submittedBy, language } = after;
  const { procedureCode, procedureVersion, procedureName, feeLines, receptionDueAt, portalCode, assisted } = after;
  const data = {
    dossierId: after.id,
    code: after.code ?? '',
    procedureCode,
    procedureVersion,
    procedureName,
    variant,
    channel,
    receivingAgency,
    competentAgency,
    applicantRef,
    submittedBy,
    parties: partyReferences(after.parties),
    language,
    submittedAt: withOffset(at),
    status: after.status as DossierSubmittedV1['status'],
    feeLines,
    receptionDueAt: receptionDueAt && withOffset(receptionDueAt),
    portalCode,
    assisted,
    applicantKind: after.applicant.kind,
    deliveryMethod: after.delivery.method,
    files: files.map(componentFileOf(channel)),
    populationDataUsed: populationDataUsed(after),
  } satisfies DossierSubmittedV1;
  return { contract: DossierSubmittedV1, data };
}
