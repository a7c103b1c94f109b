export { calculateIndicators, type GroupScore, type IndexScore } from './indicators/calculate.js';
export type { Component } from './indicators/component.js';
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
} from './indicators/figures.js';
export { type Hundredths, toNumber } from './indicators/hundredths.js';
export { DEFAULT_WEIGHTS, type OnlineServicesWeights } from './indicators/score-groups.js';
export { type Month, monthOf } from './counting/calendar-month.js';
export { changeOf, type Contribution, contributionsOf, type Measure, MEASURES } from './counting/contributions.js';
export type { Channel, DossierFacts } from './counting/dossier-facts.js';
export { type GivenPaper, papersGiven } from './counting/papers-given.js';
export { punctuality766, punctualityByDate, type Punctuality } from './counting/punctuality.js';
export { type OrdinaryLine, ordinaryLine, type PeriodCounts } from './counting/ordinary-report.js';
