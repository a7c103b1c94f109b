import { DossierAcceptedV1 } from '@motcua/contracts';
import type { DossierAccepted } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { AnnouncedVersion } from '../catalogue/procedures.js';
import type { StoredComponentFile } from '../persistence/dossier-parts.js';
import { componentFileOf } from '../persistence/component-file.js';
import type { DossierRow } from '../persistence/dossier-row.js';

/** Hands the dossier over to the case, which from here on decides alone (`architecture.md` 8). */
export function publishAccepted(
  tx: Tx,
  dossier: DossierRow,
  fact: DossierAccepted,
  files: readonly StoredComponentFile[],
  binding: AnnouncedVersion,
): void {
  const {
    id,
    code,
    variant,
    channel,
    receivingAgency,
    competentAgency,
    applicantRef,
    submittedBy,
    acceptance,
    acceptedBy,
  } = dossier;
  if (!acceptance || !acceptedBy) throw new Error('an accepted dossier has its acceptance');
  tx.publish({
    contract: DossierAcceptedV1,
    key: id,
    time: fact.acceptedAt,
    data: {
      dossierId: id,
      code: code ?? '',
      procedureCode: binding.code,
      procedureVersion: fact.procedureVersion,
      procedureName: binding.name,
      variant,
      channel,
      receivingAgency,
      competentAgency,
      applicantRef,
      submittedBy,
      acceptedAt: withOffset(fact.acceptedAt),
      acceptedBy,
      term: fact.term,
      supplementPolicy: fact.supplementPolicy,
      supplementTermWorkingDays: fact.supplementTermWorkingDays,
      reduction: acceptance.reduction,
      calendar: acceptance.calendar,
      statutoryDueAt: acceptance.statutoryDueAt,
      promisedDueAt: acceptance.promisedDueAt,
      cashReceiptNumber: fact.cashReceiptNumber,
      results: binding.results,
      files: files.map(componentFileOf(channel)),
    } satisfies DossierAcceptedV1,
  });
}
