import type { DossierFacts } from './dossier-facts.js';

/** A file given as a component, as events carry it. */
export interface GivenPaper {
  readonly component: string;
  readonly digitised?: boolean;
  readonly reusedFrom?: string | null;
  readonly fromCitizenStore?: boolean;
}

type Papers = Pick<DossierFacts, 'electronicPapers' | 'reused' | 'fromCitizenStore'>;

const isElectronic = ({ digitised, reusedFrom, fromCitizenStore }: GivenPaper): boolean =>
  digitised === true || reusedFrom != null || fromCitizenStore === true;

/** What is known of a dossier's papers once these were given too. @rule R20 */
export const papersGiven = (before: Papers, files: readonly GivenPaper[]): Papers => ({
  electronicPapers: [
    ...new Set([...before.electronicPapers, ...files.filter(isElectronic).map(({ component }) => component)]),
  ],
  reused: before.reused || files.some(({ reusedFrom }) => reusedFrom != null),
  fromCitizenStore: before.fromCitizenStore || files.some(({ fromCitizenStore }) => fromCitizenStore === true),
});
