import {
  type Channel,
  CHANNELS,
  ONLINE_LEVELS,
  type OnlineLevel,
  PROCEDURE_LEVELS,
  type ProcedureLevel,
} from '@motcua/contracts';
import { InstantText, OneOf, PageQuery, Text } from '@motcua/platform';

export class FindProceduresQuery extends PageQuery {
  @Text({
    optional: true,
    max: 300,
    description:
      'Code or its beginning, or words as people say them, with or without diacritics: of the name, results, papers, field or agency, or a synonym',
  })
  readonly query?: string;

  @Text({ optional: true, max: 60, names: 'field', description: 'Code of a field' })
  readonly field?: string;

  @Text({
    optional: true,
    max: 30,
    names: 'agency',
    description: 'An agency that is competent, by current or legacy identifier',
  })
  readonly agency?: string;

  @OneOf(PROCEDURE_LEVELS, { optional: true })
  readonly level?: ProcedureLevel;

  @OneOf(ONLINE_LEVELS, { optional: true })
  readonly onlineLevel?: OnlineLevel;

  @OneOf(CHANNELS, { optional: true })
  readonly channel?: Channel;

  @InstantText({ optional: true, description: 'Date and time to show the catalogue at; defaults to now' })
  readonly at?: string;
}
