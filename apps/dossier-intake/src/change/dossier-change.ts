import type { CorrectionContent, CorrectionRow } from '../persistence/correction-row.js';
import type { Awaiting, DossierAccepted, PublicStatus, Remark, SupplementPart } from '@motcua/dossier-domain';
import type { NamedCode, OfficerReference, Plain } from '@motcua/contracts';
import type { RowChange } from '@motcua/platform';
import type { AnnouncedVersion } from '../catalogue/procedures.js';
import type { DossierRow, StoredFeeDemand, StoredOtherDue } from '../persistence/dossier-row.js';
import type { StoredFile } from '../persistence/file-row.js';
import type { DossierAction } from '../persistence/history.js';
import type { MessageRow } from '../persistence/message-row.js';
import type { PostalOrderRow } from '../persistence/postal-order-row.js';
import type { StoreItemRow } from '../persistence/store-item-row.js';
import type { SupplementRow } from '../persistence/supplement-row.js';

/** Facts that this service tells the others, with what their event needs beside the dossier itself. */
export interface Told {
  readonly submitted: { readonly files: readonly StoredFile[] };
  readonly accepted: {
    readonly fact: DossierAccepted;
    readonly files: readonly StoredFile[];
    /** The version whose term and process bind (R14). */
    readonly binding: AnnouncedVersion;
    /** What the version of the submission asks for. */
    readonly components: readonly Plain<NamedCode>[];
    readonly formFields: readonly string[] | null;
  };
  readonly acceptanceUndone: { readonly reason: string; readonly by: Plain<OfficerReference> };
  readonly refused: { readonly faults: readonly Remark[]; readonly refusedBy: Plain<OfficerReference> | null };
  readonly agencyMoved: {
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly by: Plain<OfficerReference>;
  };
  readonly feeDemanded: { readonly demand: StoredFeeDemand };
  readonly otherDueAsked: { readonly due: StoredOtherDue };
  readonly receptionOverdue: { readonly receptionDueAt: Temporal.Instant };
  readonly supplementRequested: { readonly request: SupplementRow };
  readonly supplementGiven: SupplementGiven;
  readonly supplementCompleted: SupplementGiven;
  readonly supplementPartGiven: {
    readonly number: number;
    readonly part: SupplementPart;
    readonly missing: readonly Remark[];
  };
  readonly supplementTakenBack: {
    readonly number: number;
    readonly reason: string;
    readonly by: Plain<OfficerReference>;
  };
  readonly supplementDeadlineMoved: {
    readonly number: number;
    readonly reason: string;
    readonly by: Plain<OfficerReference>;
    readonly previous: Temporal.Instant;
    readonly deadlineAt: Temporal.Instant;
  };
  readonly supplementExpired: { readonly number: number; readonly deadlineAt: Temporal.Instant };
  readonly withdrawalRequested: { readonly reason: string };
  readonly withdrawn: { readonly reason: string };
  readonly messageSent: {
    readonly number: number;
    readonly fromApplicant: boolean;
    readonly by: Plain<OfficerReference> | null;
    readonly tell: readonly Plain<OfficerReference>[];
  };
  readonly reminded: {
    readonly awaited: Awaiting;
    readonly number: number;
    readonly owed: number;
    readonly endsAt: Temporal.Instant | null;
    readonly collectAt: string | null;
  };
  readonly receiptDoubted: { readonly receiptNumber: string; readonly owed: number; readonly tell: readonly string[] };
  readonly postTaken: { readonly trackingNumber: string; readonly postage: number | null };
  readonly postFailed: { readonly trackingNumber: string | null; readonly collectAt: string | null };
  readonly returned: object;
  readonly returnUndone: { readonly reason: string; readonly by: Plain<OfficerReference> };
  readonly corrected: { readonly correction: Correction };
}

interface SupplementGiven {
  readonly number: number;
  readonly files: readonly StoredFile[];
  /** Who took less than all of it as enough, and why. */
  readonly enough: { readonly by: Plain<OfficerReference>; readonly reason: string } | null;
}

/** A correction as it is decided: sealed when it is saved. */
interface Correction extends Omit<CorrectionRow, 'sealed'> {
  readonly content: CorrectionContent;
}

/** A fact of this service: one that others are told of says what, or it does not compile. */
export type OwnFact = {
  readonly [Action in DossierAction]: {
    readonly action: Action;
    /** What the history says of it: no personal data. */
    readonly detail: Readonly<Record<string, unknown>>;
  } & (Action extends keyof Told ? { readonly told: Told[Action] } : object);
}[DossierAction];

/** A fact that another service has told, and which is not told again. */
interface HeardFact {
  readonly heardFrom: 'workflow' | 'payment';
  readonly action: DossierAction;
  readonly detail: Readonly<Record<string, unknown>>;
}

export type DossierFact = OwnFact | HeardFact;

/** A submission takes the next number of its agency and day (R1), and tells the applicant's contact where that is new. */
export interface Numbering {
  /** Keyed hash of the contact. */
  readonly contact: string;
  /** Whether it replaces one that is known. */
  readonly trusted: boolean;
}

/**
 * What a decision makes of a dossier. History, events and the announcement of the status are derived from it, in
 * `dossier-aggregate.ts`: none of them can be left out.
 */
export interface DossierChange {
  readonly before: DossierRow | null;
  readonly after: DossierRow;
  readonly at: Temporal.Instant;
  /** Subject of the token that acted, or `system:<reaction>`. */
  readonly actor: string;
  readonly facts: readonly [DossierFact, ...DossierFact[]];
  /** Statuses that it passes through at the same instant. */
  readonly through?: readonly PublicStatus[];
  readonly supplements?: readonly RowChange<SupplementRow>[];
  /** A draft that is gone: its rows are taken out, its history stays. */
  readonly deleted?: boolean;
  readonly filesAdded?: readonly StoredFile[];
  readonly filesRemoved?: readonly StoredFile[];
  /** Papers and results that its applicant's store takes in: unless it has them. */
  readonly stored?: readonly Omit<StoreItemRow, 'id'>[];
  /** The papers that its acceptance put into the store are taken out again, as far as nobody has used them. */
  readonly unstored?: boolean;
  readonly storeChanged?: readonly RowChange<StoreItemRow>[];
  /** Numbers of the runs of R6 that came late. */
  readonly lateRuns?: readonly number[];
  readonly numbering?: Numbering;
  readonly correction?: Correction;
  readonly message?: MessageRow;
  readonly postalOrders?: readonly RowChange<PostalOrderRow>[];
  /** A contact that is told without a submission. */
  readonly contact?: Numbering;
  /** What it says of its applicant or of the delivery is otherwise than before. */
  readonly applicantChanged?: boolean;
  /** Given when it is saved: the name of the agency that holds it. */
  readonly holderName?: string | null;
  /** Given when it is saved: the applicant's contact is new. */
  readonly contactChanged?: boolean;
}

/** A dossier under its next version. While it waits for a linked one the 8 hours of its reception do not run. @rule R6 */
export function changed(before: DossierRow, changes: Partial<Omit<DossierRow, 'id' | 'version'>>): DossierRow {
  const after = { ...before, ...changes, version: before.version + 1 };
  return after.waitsFor.length > 0 ? { ...after, receptionDueAt: null } : after;
}
