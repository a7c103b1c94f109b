/** A record as it came over the wire. Nothing about it is believed before it is checked. */
export type Wire = Readonly<Record<string, unknown>>;

/** A dossier that the portal holds. */
export interface HeldDossier {
  readonly code: string;
  /** True where a citizen submitted it at the portal. */
  readonly bornHere: boolean;
  readonly record: Wire;
  readonly progress: readonly Wire[];
  /** How often a province's record of it was taken. */
  readonly taken: number;
  readonly takenAt: string;
}

/** One call of a province, as it arrived and as it was answered. */
export interface HeardCall {
  readonly at: string;
  readonly service: string;
  readonly code: string;
  readonly isUpdating?: string;
  readonly lines?: number;
  /** What was done to it: `answered`, or the fault that befell it. */
  readonly fate: string;
  /** `error_code` that was decided, whether or not it was sent. */
  readonly decided: string;
  readonly message: string;
}
