import { Injectable } from '@nestjs/common';
import { DossierStatusChangedV1 } from '@motcua/contracts';
import type { DossierStatus, PublicStatus } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import { Agencies } from '@motcua/catalogue-copy';
import type { Tx } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';

export type Decider = 'intake' | 'workflow' | 'payment';

/** Tells everyone that the public status of a dossier changed, whoever decided it (`architecture.md` 8). */
export function publishStatus(
  tx: Tx,
  dossier: DossierRow,
  from: DossierStatus,
  decidedBy: Decider,
  agencyName: string | null,
): void {
  const {
    id,
    code,
    applicantRef,
    submittedBy,
    procedureCode,
    procedureName,
    statusSince,
    statusReason,
    holderAgency,
    holderOfficer,
  } = dossier;
  tx.publish({
    contract: DossierStatusChangedV1,
    key: id,
    time: statusSince,
    data: {
      dossierId: id,
      code: code ?? '',
      applicantRef,
      submittedBy,
      procedureCode,
      procedureName,
      from,
      to: dossier.status as PublicStatus,
      at: withOffset(statusSince),
      decidedBy,
      reason: statusReason,
      holder: { agency: holderAgency, agencyName, officerName: holderOfficer },
      dueAt: dossier.promisedDueAt && withOffset(dossier.promisedDueAt),
      receptionDueAt: dossier.receptionDueAt && withOffset(dossier.receptionDueAt),
    } satisfies DossierStatusChangedV1,
  });
}

@Injectable()
export class AnnounceStatus {
  constructor(private readonly agencies: Agencies) {}

  async announce(tx: Tx, dossier: DossierRow, from: DossierStatus, decidedBy: Decider): Promise<void> {
    const [holder] = await this.agencies.findMany([dossier.holderAgency], tx);
    publishStatus(tx, dossier, from, decidedBy, holder?.name ?? null);
  }
}
