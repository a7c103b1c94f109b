import type { Fault } from '@motcua/kernel';

/** What the national portal says otherwise than we do: `new` is unknown here, `gone` is no longer on its list. */
export const DIFFERENCE_KINDS = ['new', 'changed', 'gone'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** `settled`: the two agree, or there is nothing here that could differ. */
export const DIFFERENCE_STATES = ['open', 'taken', 'dismissed', 'settled'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

export const COMPARED_FIELDS = [
  'name',
  'field',
  'agencies',
  'channels',
  'subjects',
  'terms',
  'papers',
  'results',
  'legalBasis',
  'conditions',
  'instructions',
  'fees',
  'repeal',
] as const;
export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** One field that differs, in words to read: as we have it and as the portal has it, a line for each thing. */
export interface FieldDifference {
  readonly field: ComparedField;
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** What is known of one procedure at the portal, how it differs from ours, and what was decided about that. */
export interface PortalDifference {
  readonly procedure: string;
  /** Counts what the portal's connector told of this procedure: what is older changes nothing. */
  readonly portalRevision: number;
  readonly name: string;
  readonly kind: DifferenceKind;
  readonly state: DifferenceState;
  /** As the portal gave it last (LayThuTuc). */
  readonly item: Readonly<Record<string, unknown>>;
  readonly contentHash: string;
  readonly fields: readonly FieldDifference[];
  /** Why it could not be read; then it cannot be taken. */
  readonly faults: readonly Fault[];
  /** Since when it differs. */
  readonly since: Temporal.Instant;
  /** The version that holds it since it was taken. */
  readonly draftVersion: number | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly reason: string | null;
  readonly revision: number;
}
