import { InstantText, Nested, Text } from '@motcua/platform';
import { CountedFigures } from '../scores/counted-figures.js';
import { IndexView } from '../scores/index.view.js';

/** Figures of an agency and all below it, and their scores. */
export class IndicatorsView extends IndexView {
  @Text({ example: 'H48.12' }) readonly agency!: string;
  @Text({ example: '2026-11' }) readonly period!: string;
  @InstantText({ nullable: true, description: 'Time of the latest event that the figures hold' })
  readonly asOf!: string | null;
  @Nested(() => CountedFigures) readonly figures!: CountedFigures;
}
