import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind, type AgencyLevel } from '@motcua/contracts';
import { Flag, OneOf, Text, TextList } from '@motcua/platform';

export class MaintainAgencyRequest {
  @Text({ max: 300, example: 'Sở Nông nghiệp và Môi trường' })
  readonly name!: string;

  @OneOf(AGENCY_LEVELS)
  readonly level!: AgencyLevel;

  @OneOf(AGENCY_KINDS, {
    optional: true,
    description: '`postOffice`: receives and returns for agencies, is competent for nothing',
  })
  readonly kind: AgencyKind = 'administrative';

  @Text({
    nullable: true,
    max: 30,
    description: 'Identifier of the agency above, current or legacy; null for the root',
    example: 'H48',
  })
  readonly parent!: string | null;

  @Text({
    optional: true,
    nullable: true,
    max: 60,
    description: "Code of its own working calendar; null: the nearest ancestor's (R4)",
    example: 'VN',
  })
  readonly calendar: string | null = null;

  @Text({ optional: true, nullable: true, max: 500 })
  readonly address: string | null = null;

  @Text({ optional: true, nullable: true, max: 50 })
  readonly phone: string | null = null;

  @Flag({ optional: true, description: 'False: closed; it stays in old dossiers' })
  readonly active: boolean = true;

  @TextList({
    optional: true,
    max: 20,
    description:
      'Of one that is closed: identifiers of those that took its place; several where it was split. New dossiers that name it are for its only successor',
    example: ['H48.34'],
  })
  readonly successors: readonly string[] = [];
}
