/** How many, and of how many. */
export type CountOf = readonly [count: number, of: number];

/** Dossiers that were finished, or run, in time. */
export interface ProgressFigures {
  readonly received: number;
  readonly onTime: number;
}

export interface PaymentFigures {
  readonly paidOnline: number;
  /** Dossiers that owe more than 0 đ. */
  readonly withObligation: number;
  readonly proceduresPaidOnline: number;
  readonly proceduresWithFeeDossiers: number;
  readonly proceduresWithFee: number;
}

export interface DigitisationFigures {
  readonly dossiers: number;
  readonly electronicResults: number;
  readonly digitised: number;
  readonly reused: number;
  readonly fromCitizenStore: number;
  readonly populationData: number;
  readonly proceduresConnected: number;
  readonly procedures: number;
  /** Whether the agency certifies electronic copies. */
  readonly certifiedCopies: boolean;
}

export interface SatisfactionFigures {
  readonly satisfied: number;
  readonly dossiers: number;
  readonly petitionsInTime: number;
  readonly petitionsSatisfied: number;
  readonly petitions: number;
}

export interface TransparencyFigures {
  readonly publishedInTime: CountOf;
  readonly updatedInTime: CountOf;
  readonly complete: CountOf;
  readonly synced: CountOf;
}

export interface OnlineServicesFigures {
  readonly proceduresOnline: number;
  readonly procedures: number;
  /** Submitted online, with a link to the result where one is due. */
  readonly dossiersOnline: number;
  readonly dossiers: number;
}

/** What is counted for Decision 766. A group that is absent is not scored. */
export interface Figures {
  readonly progress?: ProgressFigures;
  readonly payment?: PaymentFigures;
  readonly digitisation?: DigitisationFigures;
  readonly satisfaction?: SatisfactionFigures;
  readonly transparency?: TransparencyFigures;
  readonly onlineServices?: OnlineServicesFigures;
}

export type GroupName = keyof Figures;
