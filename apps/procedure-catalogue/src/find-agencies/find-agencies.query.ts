import { AGENCY_KINDS, AGENCY_LEVELS, type AgencyKind, type AgencyLevel } from '@motcua/contracts';
import { OneOf, PageQuery, Text } from '@motcua/platform';

export class FindAgenciesQuery extends PageQuery {
  @Text({
    optional: true,
    max: 30,
    names: 'agency',
    description: 'Those directly below this agency, by current or legacy identifier',
  })
  readonly parent?: string;

  @OneOf(AGENCY_LEVELS, { optional: true })
  readonly level?: AgencyLevel;

  @OneOf(AGENCY_KINDS, { optional: true })
  readonly kind?: AgencyKind;

  @Text({ optional: true, max: 200, description: 'Words of the name or the identifier, with or without diacritics' })
  readonly query?: string;
}
