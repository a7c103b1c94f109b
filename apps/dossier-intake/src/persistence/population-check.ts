export const CHECK_OUTCOMES = ['same', 'differs', 'unknown'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** That the applicant was compared with the National Population Database, and what came of it: no word of what it holds. */
export interface PopulationCheck {
  readonly at: string;
  /** Subject of the token. */
  readonly by: string;
  /** The applicant who was looked up: of another one it says nothing. */
  readonly applicantRef: string;
  readonly outcome: CheckOutcome;
  readonly fields: readonly string[];
}

interface Checked {
  readonly applicantRef: string;
  readonly populationCheck: PopulationCheck | null;
}

/** Whether what the dossier says of its applicant is what the state holds. @rule R19 */
export const populationDataUsed = ({ populationCheck, applicantRef }: Checked): boolean =>
  populationCheck?.outcome === 'same' && populationCheck.applicantRef === applicantRef;
