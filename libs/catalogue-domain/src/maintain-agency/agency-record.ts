import type { AgencyKind, AgencyLevel } from '../vocabulary.js';

export interface AgencyRecord {
  readonly code: string;
  readonly legacyCode: string;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly kind: AgencyKind;
  readonly parent: string | null;
  /** From the root to the agency itself. */
  readonly ancestors: readonly string[];
  /** Code of its own working calendar; null: the nearest ancestor's (R4). */
  readonly calendar: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly active: boolean;
  /** Of one that is closed: codes of those that took its place; several where it was split. */
  readonly successors: readonly string[];
  readonly revision: number;
}
