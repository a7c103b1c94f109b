import { compareTexts, dayInVietnam, Refusal } from '@motcua/kernel';
import type { Suspension } from '../procedure/procedure-record.js';
import { isAnnounced, type ProcedureDecision, type ProcedureState } from '../procedure/procedure-state.js';
import type { CatalogueRefusalCode } from '../refusal-codes.js';
import { suspensionFaults } from './suspension-faults.js';

/**
 * Takes no new dossiers for a while; those submitted go on. A suspension that begins on the day of one already entered
 * replaces it. Refused with `PROCEDURE.NEVER_ANNOUNCED`, `PROCEDURE.REPEALED`, `PROCEDURE.DATES_INVALID`. @rule R14
 */
export function suspendProcedure(
  { procedure, tariff }: ProcedureState,
  suspension: Suspension,
  now: Temporal.Instant,
): ProcedureDecision {
  const { code, repeal, suspensions } = procedure;
  const today = dayInVietnam(now);
  if (!isAnnounced(procedure))
    throw new Refusal<CatalogueRefusalCode>('PROCEDURE.NEVER_ANNOUNCED', { procedure: code });
  if (repeal && repeal.from <= today) {
    throw new Refusal<CatalogueRefusalCode>('PROCEDURE.REPEALED', { procedure: code, ...repeal });
  }
  const faults = suspensionFaults(suspension, procedure, today);
  if (faults.length > 0) throw new Refusal<CatalogueRefusalCode>('PROCEDURE.DATES_INVALID', {}, faults);
  const others = suspensions.filter(({ from }) => from !== suspension.from);
  const all = [...others, suspension].toSorted((a, b) => compareTexts(a.from, b.from));
  return {
    after: { procedure: { ...procedure, suspensions: all, revision: procedure.revision + 1 }, tariff },
    facts: [{ type: 'suspended', ...suspension }],
  };
}
