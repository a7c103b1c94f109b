import type { DossierFacts } from '@motcua/reporting-domain';

/**
 * The promised date moved to `promised`; null while the clock is paused, when the last one known stands. An extension (R13) moves
 * what officers work to, and not what the slip promised; any other rule moves both, the slip's by as much.
 */
export function afterAdjustment(
  { dueAt, slipDueAt }: DossierFacts,
  { rule, at, promised }: { rule: string; at: Temporal.Instant; promised: Temporal.Instant | null },
): Pick<DossierFacts, 'dueAt' | 'slipDueAt' | 'pausedSince'> {
  if (promised === null || dueAt === null || slipDueAt === null) return { dueAt, slipDueAt, pausedSince: at };
  if (rule === 'R13') return { dueAt: promised, slipDueAt, pausedSince: null };
  return { dueAt: promised, slipDueAt: slipDueAt.add(dueAt.until(promised)), pausedSince: null };
}
