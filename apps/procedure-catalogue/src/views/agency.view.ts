import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind, type AgencyLevel } from '@motcua/contracts';
import { Flag, OneOf, Text, TextList, Whole } from '@motcua/platform';

export class AgencyView {
  @Text({ description: 'Current identifier', example: 'H48.12' })
  readonly code!: string;

  @Text({ description: 'Legacy identifier (R2)', example: '000.00.12.H48' })
  readonly legacyCode!: string;

  @Text()
  readonly name!: string;

  @OneOf(AGENCY_LEVELS)
  readonly level!: AgencyLevel;

  @OneOf(AGENCY_KINDS)
  readonly kind!: AgencyKind;

  @Text({ nullable: true })
  readonly parent!: string | null;

  @TextList({ description: 'Identifiers from the root down, its own last' })
  readonly ancestors!: readonly string[];

  @Text({ nullable: true })
  readonly calendar!: string | null;

  @Text({ nullable: true })
  readonly address!: string | null;

  @Text({ nullable: true })
  readonly phone!: string | null;

  @Flag()
  readonly active!: boolean;

  @TextList({ description: 'Of one that is closed: identifiers of those that took its place' })
  readonly successors!: readonly string[];

  @Whole({ min: 1 })
  readonly revision!: number;
}
