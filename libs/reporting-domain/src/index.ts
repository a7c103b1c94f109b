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
