export { calculateIndicators, type GroupScore, type IndexScore } from './scoring/calculate.js';
export type { Component } from './scoring/component.js';
export type {
  CountOf,
  DigitisationFigures,
  Figures,
  GroupName,
  OnlineServicesFigures,
  PaymentFigures,
  ProgressFigures,
  SatisfactionFigures,
  TransparencyFigures,
} from './scoring/figures.js';
export { type Hundredths, toNumber } from './scoring/hundredths.js';
export { DEFAULT_WEIGHTS, type OnlineServicesWeights } from './scoring/score-groups.js';
export { type Month, monthOf } from './counting/calendar-month.js';
export {
  changesByAgency,
  type Contribution,
  contributionsOf,
  type Measure,
  MEASURES,
} from './counting/contributions.js';
export type { Channel, DossierFacts } from './counting/dossier-facts.js';
export { type GivenPaper, papersGiven } from './counting/papers-given.js';
export { punctuality766, type Punctuality } from './counting/on-time-766.js';
export { punctualityByDate } from './counting/on-time-by-date.js';
export { type OrdinaryLine, ordinaryLine, type PeriodCounts, type RunningLate } from './counting/ordinary-report.js';
export { type Part, reaches, shareOf } from './online/share.js';
