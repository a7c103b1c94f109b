import { allowedActions, type DossierRefusalCode } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import type { DossierRow } from '../persistence/dossier-row.js';
import { lifeOf } from '../persistence/found-dossier.js';
import type { SupplementRow } from '../persistence/supplement-row.js';

/**
 * Supplements of a dossier that awaits one are for its open request alone: after acceptance the last may be given already,
 * while the case decides. @throws Refusal DOSSIER.ACTION_NOT_ALLOWED with `openNumber`, null where none is open
 */
export function assertOpenRequest(dossier: DossierRow, requests: readonly SupplementRow[], number: number): void {
  const last = requests.find((request) => request.number === dossier.supplementCount);
  const openNumber = last?.givenAt === null && last.cancelledAt === null ? last.number : null;
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
      en: `Supplement request ${number} has already been answered.`,
    },
  );
}
