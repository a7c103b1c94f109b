import { Text } from '@motcua/platform';
import { PERIOD_PATTERN } from './period.js';

export class FiguresQuery {
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
}
