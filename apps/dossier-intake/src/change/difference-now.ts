import { type VersionDifference, versionDifference } from '@motcua/dossier-domain';
import { sumOf } from '@motcua/fee-domain';
import { Refusal } from '@motcua/kernel';
import { decided } from '../catalogue/procedures.js';
import type { DossierRow } from '../persistence/dossier-row.js';
import type { DossierFacts } from './dossier-facts.js';
import { feesOf } from './submittable.js';

/** Why a tariff or a policy says otherwise what held on days that are over. */
interface CorrectedBasis {
  /** `tariff`, or the code of the policy. */
  readonly of: string;
  readonly revision: number | null;
  readonly reason: string;
}

export interface DifferenceNow extends VersionDifference {
  /** What a submission would owe today, in đồng, where it is not what was assessed, which binds (R16). */
  readonly fee: {
    readonly from: number;
    readonly to: number;
    /** Corrections that bear on it, with their reasons. */
    readonly because: readonly CorrectedBasis[];
  } | null;
}

type Seen = Pick<DossierFacts, 'dossier' | 'circumstances' | 'version' | 'form'>;

/**
 * How what is in force now differs from what the dossier was submitted under, its fee included; null where nothing does.
 * @rule R14 R16
 */
export function differenceNow(facts: Seen, now: Temporal.Instant): DifferenceNow | null {
  const inForce = facts.circumstances.inForce(now);
  const difference = versionDifference(decided(facts.version), inForce && decided(inForce), facts.dossier.variant);
  const fee = inForce && feeNow(facts, inForce, now);
  if (difference) return { ...difference, fee };
  // The version is the same, and its tariff or a policy says otherwise since.
  return fee && { ...nothingBut(facts.version.version), fee };
}

const nothingBut = (version: number): VersionDifference => ({
  ...{ atSubmission: version, inForce: version, variantGone: false, term: null, supplementPolicy: null },
  ...{ competence: null, componentsAdded: [], componentsRemoved: [] },
});

function feeNow(facts: Seen, inForce: DossierFacts['version'], now: Temporal.Instant): DifferenceNow['fee'] {
  const was = facts.dossier.feeLines.filter(({ collectedAt }) => collectedAt !== 'onDemand');
  const from = sumOf(was);
  try {
    const { total: to, lines } = feesOf(facts, inForce, now);
    return from === to ? null : { from, to, because: correctedBases(facts, [...was, ...lines]) };
  } catch (error) {
    // No tariff of today to compare with.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Of the tariff, and of each policy that reduced the fee or would reduce it now. */
function correctedBases(
  { circumstances: { tariffSaid, policies } }: Pick<Seen, 'circumstances'>,
  lines: readonly Pick<DossierRow['feeLines'][number], 'reduction'>[],
): CorrectedBasis[] {
  const reducing = new Set(lines.map(({ reduction }) => reduction?.policy));
  return [
    { of: 'tariff', ...tariffSaid },
    ...policies
      .filter(({ code }) => reducing.has(code))
      .map(({ code: of, revision, reason = null }) => ({ of, revision, reason })),
  ].filter((basis): basis is CorrectedBasis => basis.reason !== null);
}
