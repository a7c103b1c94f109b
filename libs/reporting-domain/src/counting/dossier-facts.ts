export type Channel = 'counter' | 'online' | 'post';

/** What the events tell of one dossier, and no more: every figure is counted from these. */
export interface DossierFacts {
  readonly procedureCode: string;
  readonly channel: Channel;
  readonly competentAgency: string;
  readonly submittedAt: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
  readonly refusedAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
  readonly stoppedAt: Temporal.Instant | null;
  readonly processedAt: Temporal.Instant | null;
  readonly returnedAt: Temporal.Instant | null;
  /** Promised on the slip, as supplements moved it (R8) and an extension (R13) did not. The last one known while it is paused. */
  readonly slipDueAt: Temporal.Instant | null;
  /** Promised as it stands, an extension included. The last one known while it is paused. */
  readonly dueAt: Temporal.Instant | null;
  /** Since when the clock stands still; null while it runs. What waits for the applicant does not become late by date meanwhile. */
  readonly pausedSince: Temporal.Instant | null;
  /** Requests for supplements, those before acceptance included (R10). */
  readonly supplementRequests: number;
  /** When the supplement was asked for that is not given yet. */
  readonly supplementOpenSince: Temporal.Instant | null;
  /** Whether a line of the fees that it says it owes has a net amount above 0 đồng. */
  readonly owesFee: boolean;
  /** Whether such a fee was found to be owed later on. */
  readonly feeArose: boolean;
  /** Whether money came through the national portal or the national platform. */
  readonly paidOnline: boolean;
  /** Codes of the components that its variant requires where they come on paper; none online. */
  readonly requiredPapers: readonly string[];
  /** Codes of the components of which a file is digitised, reused or from the citizen's store. */
  readonly electronicPapers: readonly string[];
  /** Whether the version of the procedure that was accepted issues a result. */
  readonly resultDue: boolean;
  /** The results that were issued and still hold; one that was revoked holds no more. */
  readonly resultsInForce: readonly string[];
  /** Whether a component is a paper or a result of the applicant's store. */
  readonly reused: boolean;
  /** Whether a component came from the citizen's data store at the national portal. */
  readonly fromCitizenStore: boolean;
  /** Whether what it says of the applicant came from the National Population Database. */
  readonly populationData: boolean;
}
