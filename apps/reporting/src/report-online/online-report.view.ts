import { InstantText, ListOf, Nested, Text } from '@motcua/platform';
import { OnlineLineView } from './online-line.view.js';

/** What is done online beside what was to be reached. */
export class OnlineReportView {
  @Text({ example: 'H48' }) readonly agency!: string;
  @Text({ example: '2026-11' }) readonly period!: string;
  @InstantText({ nullable: true, description: 'Time of the latest event that the figures hold' })
  readonly asOf!: string | null;
  @Nested(() => OnlineLineView) readonly total!: OnlineLineView;
  @ListOf(() => OnlineLineView) readonly lines!: readonly OnlineLineView[];
}
