import { type VersionDifference, versionDifference } from '@motcua/dossier-domain';
import { Refusal } from '@motcua/kernel';
import { decided } from '../catalogue/procedures.js';
import type { DossierFacts } from './dossier-facts.js';
import { feesOf } from './submittable.js';

export interface DifferenceNow extends VersionDifference {
  /** What a submission would owe today, in đồng, where it is not what was assessed, which binds (R16). */
  readonly fee: { readonly from: number; readonly to: number } | null;
}

/** How what is in force now differs from what the dossier was submitted under; null where nothing does. @rule R14 */
export function differenceNow(
  facts: Pick<DossierFacts, 'dossier' | 'circumstances' | 'version' | 'form'>,
  now: Temporal.Instant,
): DifferenceNow | null {
  const inForce = facts.circumstances.inForce(now);
  const difference = versionDifference(decided(facts.version), inForce && decided(inForce), facts.dossier.variant);
  return difference && { ...difference, fee: inForce && feeNow(facts, inForce, now) };
}

function feeNow(
  facts: Pick<DossierFacts, 'dossier' | 'circumstances' | 'form'>,
  inForce: DossierFacts['version'],
  now: Temporal.Instant,
): DifferenceNow['fee'] {
  const from = facts.dossier.feeLines
    .filter(({ collectedAt }) => collectedAt !== 'onDemand')
    .reduce((sum, { net }) => sum + net, 0);
  try {
    const { total: to } = feesOf(facts, inForce, now);
    return from === to ? null : { from, to };
  } catch (error) {
    // No tariff of today to compare with.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
