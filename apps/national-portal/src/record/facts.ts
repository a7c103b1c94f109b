import type {
  CaseOutcome,
  CollectionTime,
  Channel,
  ComponentFile,
  FeeLine,
  FurtherPaper,
  NamedCode,
  Plain,
  PublicStatus,
  ReturnMethod,
  Subject,
  SupplementItem,
} from '@motcua/contracts';

/** Who acted: subject of the token where it is known, and the name that the event gave. */
export interface ActingOfficer {
  readonly subject: string | null;
  readonly name: string;
}

/** What a submission says. */
export interface SubmissionFacts {
  readonly code: string;
  /** The portal's own code: then the dossier goes out under it (R22). */
  readonly portalCode: string | null;
  readonly procedureCode: string;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly channel: Channel;
  readonly receivingAgency: string;
  readonly at: string;
  readonly applicantKind: Subject;
  readonly deliveryMethod: ReturnMethod;
  /** What was assessed; what was demanded later stands in the demands. */
  readonly feeLines: readonly Plain<FeeLine>[];
  readonly files: readonly Plain<ComponentFile>[];
  readonly populationDataUsed: boolean;
}

export interface AcceptanceFacts {
  readonly at: string;
  readonly by: ActingOfficer;
  readonly procedureVersion: number;
  readonly procedureName: string;
  readonly promisedDueAt: string;
  readonly populationDataUsed?: boolean;
  readonly results: readonly Plain<NamedCode>[];
  readonly files: readonly Plain<ComponentFile>[];
  readonly furtherPapers: readonly Plain<FurtherPaper>[];
}

/** A fee that was found to be owed after the submission: by the one-stop before the acceptance, by the case after it. */
export interface DemandFacts {
  readonly by: 'office' | 'case';
  readonly at: string;
  readonly lines: readonly Plain<FeeLine>[];
}

export type SupplementState = 'asked' | 'given' | 'closed';

export interface SupplementFacts {
  readonly number: number;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly items: readonly Plain<SupplementItem>[];
  readonly state: SupplementState;
  /** When it was given, expired or was cancelled. */
  readonly endedAt: string | null;
  /** The promised date before and after it; null where it was asked before acceptance, or is open. */
  readonly dueBefore: string | null;
  readonly dueAfter: string | null;
  /** What was given, as far as it is known yet. */
  readonly files: readonly Plain<ComponentFile>[];
}

export interface ResultFacts {
  readonly code: string;
  readonly decision: CaseOutcome;
  readonly name: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Why a dossier of the portal's was not taken in: it has no submission here, and is told back as it came. */
export interface DeclinedFacts {
  readonly portalCode: string;
  readonly reason: string;
  readonly at: string;
}

/** Everything that this service knows of a dossier, from events alone. Whole once the submission is there. */
export interface Facts {
  readonly submission: SubmissionFacts | null;
  readonly declined: DeclinedFacts | null;
  readonly acceptance: AcceptanceFacts | null;
  readonly status: { readonly now: PublicStatus; readonly at: string } | null;
  /** When the dossier first came to a status that ends something. */
  readonly reached: Readonly<Partial<Record<PublicStatus, string>>>;
  /** The promised date in force; null before acceptance and while it is paused. */
  readonly dueAt: string | null;
  /** The last promised date that there was. */
  readonly lastDueAt: string | null;
  /** Who holds it, by who said so last. */
  readonly holder: { readonly agency: string; readonly agencyName: string | null; readonly at: string } | null;
  readonly lastOfficer: (ActingOfficer & { readonly at: string }) | null;
  readonly supplements: readonly SupplementFacts[];
  readonly results: readonly ResultFacts[];
  /** Hashes of results that hold no more. */
  readonly revoked: readonly string[];
  /** In the order in which they were made. */
  readonly demands: readonly DemandFacts[];
  /** When the demands were made that are paid: a payment names its demand so, and may be heard of before it. */
  readonly paidDemands: readonly string[];
  /** How it was paid online, if it was: the portal goes before the province's gateway. */
  readonly paidOnline: 'portal' | 'gateway' | null;
  /** Collection times whose fees are paid. */
  readonly paid: readonly CollectionTime[];
}

export const NO_FACTS: Facts = {
  submission: null,
  declined: null,
  acceptance: null,
  status: null,
  reached: {},
  dueAt: null,
  lastDueAt: null,
  holder: null,
  lastOfficer: null,
  supplements: [],
  results: [],
  revoked: [],
  demands: [],
  paidDemands: [],
  paidOnline: null,
  paid: [],
};

/** Whether a fee is unpaid: until then the results are told and not handed out (R16). */
export const owes = ({ submission, paid, demands, paidDemands }: Facts): boolean =>
  (submission?.feeLines ?? []).some(({ net, collectedAt }) => net > 0 && !paid.includes(collectedAt)) ||
  demands.some(({ at, lines }) => lines.some(({ net }) => net > 0) && !paidDemands.includes(at));
