import { CHANNELS } from '@motcua/contracts';
import { Flag, OneOf, PageQuery, Text } from '@motcua/platform';
import { PERIOD_PATTERN } from '../read-figures/period.js';

export class FigureDossiersQuery extends PageQuery {
  @Text({
    optional: true,
    max: 40,
    names: 'agency',
    description: "Identifier of an agency; the caller's own when absent",
  })
  readonly agency?: string;

  @Text({
    max: 7,
    pattern: PERIOD_PATTERN,
    example: '2026-11',
    description: 'Month (2026-11), quarter (2026-Q4) or year (2026)',
  })
  readonly period!: string;

  @Flag({ optional: true, fromText: true, description: 'Only the agency itself, without those below it' })
  readonly alone: boolean = false;

  @Text({ optional: true, max: 40, names: 'procedure', description: 'Only of this procedure' })
  readonly procedure?: string;
  @Text({ optional: true, max: 40, names: 'field', description: 'Only of procedures of this field' })
  readonly field?: string;
  @OneOf(CHANNELS, { optional: true }) readonly channel?: string;
}
