import { DossierRefusedV1, type OfficerReference, type Plain } from '@motcua/contracts';
import type { DossierRefused } from '@motcua/dossier-domain';
import { withOffset } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { AnnounceStatus } from '../announce/announce-status.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { Dossiers } from '../persistence/dossiers.js';

/** Keeps and publishes a refusal, an officer's or that of an expired supplement (`refusedBy` null, R9). */
export async function keepRefusal(
  tx: Tx,
  { dossiers, status }: { dossiers: Dossiers; status: AnnounceStatus },
  before: DossierRow,
  fact: DossierRefused,
  refusedBy: Plain<OfficerReference> | null,
): Promise<DossierRow> {
  const { refusedAt, reason, faults } = fact;
  const dossier = await dossiers.keep(tx, before, {
    status: fact.status,
    statusSince: refusedAt,
    statusReason: reason,
    receptionDueAt: null,
    supplementDeadlineAt: null,
    refusal: { faults, refusedBy },
  });
  const { id, code, applicantRef } = dossier;
  const data = {
    dossierId: id,
    code: code ?? '',
    applicantRef,
    refusedAt: withOffset(refusedAt),
    reason,
    faults,
    refusedBy,
  } satisfies DossierRefusedV1;
  tx.publish({ contract: DossierRefusedV1, key: id, time: refusedAt, data });
  await status.announce(tx, dossier, before.status, 'intake');
  return dossier;
}
