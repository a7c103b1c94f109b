import { InstantText, ListOf, Nested, OneOf, Text } from '@motcua/platform';
import { BREAKDOWNS, type Breakdown } from '../read-figures/line-counts.js';
import { OrdinaryLineView } from './ordinary-line.view.js';

/** The periodic report on administrative procedures (form II.06): by date. */
export class OrdinaryReportView {
  @Text({ example: 'H48.12' }) readonly agency!: string;
  @Text({ example: '2026-11' }) readonly period!: string;
  @OneOf(BREAKDOWNS) readonly by!: Breakdown;
  @InstantText({ nullable: true, description: 'Time of the latest event that the figures hold' })
  readonly asOf!: string | null;
  @Nested(() => OrdinaryLineView) readonly total!: OrdinaryLineView;
  @ListOf(() => OrdinaryLineView) readonly lines!: readonly OrdinaryLineView[];
}
