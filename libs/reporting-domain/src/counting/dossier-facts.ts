export type Channel = 'counter' | 'online' | 'post';
export type PaymentWay = 'portal' | 'nationalPlatform' | 'counter' | 'transfer';

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
  /** Requests for supplements, those before acceptance included (R10). */
  readonly supplementRequests: number;
  /** When the supplement was asked for that is not given yet. */
  readonly supplementOpenSince: Temporal.Instant | null;
  /** Whether a line of its fees has a net amount above 0 đồng. */
  readonly owesFee: boolean;
  /** Whether money came through the national portal or the national platform. */
  readonly paidOnline: boolean;
  /** Every required component that came on paper has a digitised file, and the result is electronic where one is due. */
  readonly digitised: boolean;
  readonly electronicResult: boolean;
  readonly reused: boolean;
  readonly fromCitizenStore: boolean;
  readonly populationData: boolean;
}
