import { Count, Flag, Nullable, OneOf, Text, TextList } from '../shared/fields.js';
import { AGENCY_LEVELS, type AgencyLevel } from '../shared/vocabulary.js';

/** An agency was created, renamed, moved in the tree or closed (R2). Key: its code. Producer: procedure-catalogue. */
export class AgencyChangedV1 {
  static readonly type = 'vn.motcua.agency.changed.v1';
  static readonly topic = 'motcua.agency';
  static readonly snapshot = true;

  /** Current identifier such as `H48.12`. */
  @Text() readonly code!: string;
  @Text() readonly legacyCode!: string;
  @Text() readonly name!: string;
  @OneOf(AGENCY_LEVELS) readonly level!: AgencyLevel;
  @Nullable() @Text() readonly parent!: string | null;
  /** Codes from the root down, the agency itself last. */
  @TextList() readonly ancestors!: readonly string[];
  /** Code of its own working calendar; null: the nearest ancestor's. */
  @Nullable() @Text() readonly calendar!: string | null;
  @Nullable() @Text() readonly address!: string | null;
  @Nullable() @Text() readonly phone!: string | null;
  @Count() readonly revision!: number;
  @Flag() readonly active!: boolean;
}
