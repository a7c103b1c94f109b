import { dayInVietnam, Refusal } from '@motcua/kernel';
import { isAnnounced, type ProcedureDecision, type ProcedureState } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';

/**
 * Ends a procedure from a day on; what was submitted before goes on. Refused with `PROCEDURE.REPEALED`,
 * `PROCEDURE.NEVER_ANNOUNCED`, `PROCEDURE.DATES_INVALID`. @rule R14
 */
export function repealProcedure(
  { procedure, tariff }: ProcedureState,
  { from, decisionNumber }: { readonly from: string; readonly decisionNumber: string },
  now: Temporal.Instant,
): ProcedureDecision {
  const { code, repeal } = procedure;
  if (repeal) throw new Refusal<CatalogueRefusalCode>('PROCEDURE.REPEALED', { procedure: code, ...repeal });
  if (!isAnnounced(procedure))
    throw new Refusal<CatalogueRefusalCode>('PROCEDURE.NEVER_ANNOUNCED', { procedure: code });
  if (from < dayInVietnam(now)) {
    throw new Refusal<CatalogueRefusalCode>('PROCEDURE.DATES_INVALID', {}, [
      {
        pointer: '/from',
        code: 'BACK_DATED',
        detail: { vi: 'Ngày bãi bỏ không được trước hôm nay.', en: 'A procedure cannot be repealed before today.' },
      },
    ]);
  }
  return {
    after: { procedure: { ...procedure, repeal: { from, decisionNumber }, revision: procedure.revision + 1 }, tariff },
    facts: [{ type: 'repealed', from, decisionNumber }],
  };
}
