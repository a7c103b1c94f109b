import { type Component, type Quotient, score } from './component.js';
import type {
  CountOf,
  DigitisationFigures,
  OnlineServicesFigures,
  PaymentFigures,
  ProgressFigures,
  SatisfactionFigures,
  TransparencyFigures,
} from './figures.js';

/** Points of the group of online services, whose split the national portal does not publish. In hundredths. */
export interface OnlineServicesWeights {
  readonly procedures: bigint;
  readonly dossiers: bigint;
}

export const DEFAULT_WEIGHTS: OnlineServicesWeights = { procedures: 600n, dossiers: 600n };

const part = (count: number, of: number): Quotient => ({ count, of });
const pair = ([count, of]: CountOf): Quotient => ({ count, of });

export const progressComponents = ({ onTime, received }: ProgressFigures): Component[] => [
  score('onTime', part(onTime, received), { max: 2000n, ofNothing: 0n }),
];

export function paymentComponents(figures: PaymentFigures): Component[] {
  const { paidOnline, withObligation, proceduresPaidOnline, proceduresWithFeeDossiers, proceduresWithFee } = figures;
  return [
    score('dossiers', part(paidOnline, withObligation), { max: 600n, ofNothing: 0n }),
    score('procedures', part(proceduresPaidOnline, proceduresWithFee), { max: 200n, perWhole: 250n, ofNothing: 0n }),
    score('used', part(proceduresWithFeeDossiers, proceduresWithFee), { max: 250n, ofNothing: 0n }),
  ];
}

export function digitisationComponents(figures: DigitisationFigures): Component[] {
  const { dossiers, electronicResults, digitised, reused, fromCitizenStore, populationData } = figures;
  const ofDossiers = (name: string, count: number, max: bigint, fullAt = 100n): Component =>
    score(name, part(count, dossiers), { max, fullAt, ofNothing: null });
  return [
    ofDossiers('electronicResults', electronicResults, 600n),
    ofDossiers('digitised', digitised, 400n),
    ofDossiers('reused', reused, 200n, 80n),
    ofDossiers('fromCitizenStore', fromCitizenStore, 400n),
    ofDossiers('populationData', populationData, 200n),
    score('proceduresConnected', part(figures.proceduresConnected, figures.procedures), { max: 200n, ofNothing: 0n }),
    { name: 'certifiedCopies', max: 200n, score: figures.certifiedCopies ? 200n : 0n },
  ];
}

export function satisfactionComponents(figures: SatisfactionFigures): Component[] {
  const { satisfied, dossiers, petitionsInTime, petitionsSatisfied, petitions } = figures;
  return [
    score('reception', part(satisfied, dossiers), { max: 600n, fullAt: 90n, ofNothing: 0n }),
    // Who was sent no petition has answered all of them.
    score('petitionsInTime', part(petitionsInTime, petitions), { max: 600n, ofNothing: 600n }),
    score('petitionsSatisfied', part(petitionsSatisfied, petitions), { max: 600n, ofNothing: 600n }),
  ];
}

export const transparencyComponents = (figures: TransparencyFigures): Component[] => [
  score('publishedInTime', pair(figures.publishedInTime), { max: 600n, ofNothing: 0n }),
  score('updatedInTime', pair(figures.updatedInTime), { max: 400n, ofNothing: 0n }),
  score('complete', pair(figures.complete), { max: 200n, ofNothing: 0n }),
  score('synced', pair(figures.synced), { max: 600n, ofNothing: 0n }),
];

export const onlineServicesComponents = (
  { proceduresOnline, procedures, dossiersOnline, dossiers }: OnlineServicesFigures,
  weights: OnlineServicesWeights,
): Component[] => [
  score('procedures', part(proceduresOnline, procedures), { max: weights.procedures, fullAt: 80n, ofNothing: 0n }),
  score('dossiers', part(dossiersOnline, dossiers), { max: weights.dossiers, fullAt: 50n, ofNothing: 0n }),
];
