import { allowedActions, type DossierRefusalCode } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { Tx } from '@motcua/platform';
import type { DossierRow } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/dossiers.js';
import type { SupplementRequests } from '../persistence/supplement-requests.js';

/**
 * Supplements of a dossier that awaits one are for its open request alone: after acceptance the last may be given already,
 * while the case decides. @throws Refusal DOSSIER.ACTION_NOT_ALLOWED with `openNumber`, null where none is open
 */
export async function refuseGiven(
  tx: Tx,
  requests: SupplementRequests,
  dossier: DossierRow,
  number: number,
): Promise<void> {
  const last = await requests.find(tx, dossier.id, dossier.supplementCount);
  const openNumber = last.givenAt === null ? last.number : null;
  if (number === openNumber) return;
  const { status } = dossier;
  const possible = allowedActions(status, lifeOf(dossier)).filter(
    (action) => action !== 'completeSupplement' || openNumber !== null,
  );
  throw new Refusal<DossierRefusalCode>(
    'DOSSIER.ACTION_NOT_ALLOWED',
    { action: 'completeSupplement', dossierStatus: status, number, openNumber, allowedActions: possible },
    [],
    {
      vi: `Yêu cầu bổ sung số ${number} đã được hoàn thành.`,
      en: `What supplement request ${number} asked for was given already.`,
    },
  );
}
