import { OneOf, PageQuery, Text } from '@motcua/platform';
import { PERIOD_PATTERN } from '../read-figures/period.js';

export const SHOWN_PROCEDURES = ['withoutDossiers', 'ripe'] as const;

export class OnlineProceduresQuery extends PageQuery {
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

  @OneOf(SHOWN_PROCEDURES, { description: 'Without a dossier in the period, or not online in full though it has some' })
  readonly show!: (typeof SHOWN_PROCEDURES)[number];
}
