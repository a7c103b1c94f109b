/** What one procedure of a group takes over from an earlier one. */
export interface GroupTakeRecord {
  /** Code of the earlier procedure. */
  readonly from: string;
  readonly kind: 'result' | 'component';
  /** Code of the result, or of the component, there. */
  readonly code: string;
  /** Code of the component here. */
  readonly as: string;
}

export interface GroupStepRecord {
  readonly procedure: string;
  readonly takes: readonly GroupTakeRecord[];
}

/** Procedures that are applied for together (liên thông), in the order in which they are decided. */
export interface GroupRecord {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: string;
  readonly active: boolean;
  readonly steps: readonly GroupStepRecord[];
  readonly revision: number;
}
