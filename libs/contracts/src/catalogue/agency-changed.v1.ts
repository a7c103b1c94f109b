import { AnyText, AnyTextList, Count, Flag, OneOf } from '@motcua/fields';
import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind, type AgencyLevel } from '../shared/vocabulary.js';

/** An agency was created, renamed, moved in the tree or closed (R2). Key: its code. Producer: procedure-catalogue. */
export class AgencyChangedV1 {
  static readonly type = 'vn.motcua.agency.changed.v1';
  static readonly topic = 'motcua.agency';
  static readonly snapshot = true;

  /** Current identifier such as `H48.12`. */
  @AnyText() readonly code!: string;
  @AnyText() readonly legacyCode!: string;
  @AnyText() readonly name!: string;
  @OneOf(AGENCY_LEVELS) readonly level!: AgencyLevel;
  /** Absent: an agency of the administration. */
  @OneOf(AGENCY_KINDS, { optional: true }) readonly kind?: AgencyKind;
  @AnyText({ nullable: true }) readonly parent!: string | null;
  /** Codes from the root down, the agency itself last. */
  @AnyTextList() readonly ancestors!: readonly string[];
  /** Code of its own working calendar; null: the nearest ancestor's. */
  @AnyText({ nullable: true }) readonly calendar!: string | null;
  @AnyText({ nullable: true }) readonly address!: string | null;
  @AnyText({ nullable: true }) readonly phone!: string | null;
  @Count() readonly revision!: number;
  @Flag() readonly active!: boolean;
  /** Of one that is closed: codes of those that took its place; several where it was split. Absent in events of earlier releases. */
  @AnyTextList({ optional: true }) readonly successors?: readonly string[];
}
