import { ListOf, Text } from '@motcua/platform';
import { CodeMapView } from './code-map.view.js';
import { UnmappedView } from './unmapped.view.js';

export class CodeMapPageView {
  @ListOf(() => CodeMapView) readonly items!: readonly CodeMapView[];
  @Text({ nullable: true, description: 'Cursor of the next page' }) readonly next!: string | null;
  @ListOf(() => UnmappedView, { max: 1000 }) readonly unmapped!: readonly UnmappedView[];
}
