import { type Component, smaller } from './component.js';
import type { Figures, GroupName } from './figures.js';
import { type Hundredths, roundHalfUp } from './hundredths.js';
import {
  DEFAULT_WEIGHTS,
  digitisationComponents,
  onlineServicesComponents,
  type OnlineServicesWeights,
  paymentComponents,
  progressComponents,
  satisfactionComponents,
  transparencyComponents,
} from './score-groups.js';

export interface GroupScore {
  readonly score: Hundredths;
  readonly max: Hundredths;
  /** `score ÷ max` in percent. */
  readonly ratio: Hundredths;
  readonly components: readonly Component[];
  /** Its split of points is ours, because the national portal does not publish it. */
  readonly provisional: boolean;
}

export interface IndexScore {
  readonly groups: Readonly<Partial<Record<GroupName, GroupScore>>>;
  readonly score: Hundredths;
  readonly max: Hundredths;
}

function group(components: readonly Component[], max: Hundredths, provisional = false): GroupScore {
  const sum = components.reduce((total, { score }) => total + (score ?? 0n), 0n);
  const score = smaller(sum, max);
  return { score, max, ratio: max === 0n ? 0n : roundHalfUp(score * 100n, max), components, provisional };
}

/** The scores of Decision 766 for what was counted: each component rounded, then summed. Groups without figures are left out. */
export function calculateIndicators(figures: Figures, weights: OnlineServicesWeights = DEFAULT_WEIGHTS): IndexScore {
  const { progress, payment, digitisation, satisfaction, transparency, onlineServices } = figures;
  const groups: Partial<Record<GroupName, GroupScore>> = {
    ...(transparency && { transparency: group(transparencyComponents(transparency), 1800n) }),
    ...(progress && { progress: group(progressComponents(progress), 2000n) }),
    ...(onlineServices && {
      onlineServices: group(
        onlineServicesComponents(onlineServices, weights),
        weights.procedures + weights.dossiers,
        true,
      ),
    }),
    ...(payment && { payment: group(paymentComponents(payment), 1000n) }),
    ...(digitisation && { digitisation: group(digitisationComponents(digitisation), 2200n) }),
    ...(satisfaction && { satisfaction: group(satisfactionComponents(satisfaction), 1800n) }),
  };
  const scored = Object.values(groups);
  return {
    groups,
    score: scored.reduce((total, { score }) => total + score, 0n),
    max: scored.reduce((total, { max }) => total + max, 0n),
  };
}
