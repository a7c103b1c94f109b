import { ListOf, PageOf } from '@motcua/platform';
import { CodeMapView } from '../code-maps/code-map.view.js';
import { UnmappedView } from './unmapped.view.js';

export class CodeMapPageView extends PageOf(CodeMapView) {
  @ListOf(() => UnmappedView, { max: 1000 }) readonly unmapped!: readonly UnmappedView[];
}
