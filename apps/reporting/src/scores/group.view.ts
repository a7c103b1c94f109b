import { Flag, ListOf } from '@motcua/platform';
import { ComponentView } from './component.view.js';
import { Points } from './points.decorator.js';

/** One of the six groups of Decision 766. */
export class GroupView {
  @Points() readonly score!: number;
  @Points() readonly max!: number;
  @Points({ description: 'score ÷ max, in percent' }) readonly ratio!: number;
  @Flag({ optional: true, description: 'True where the split of its points is not published by the national portal' })
  readonly provisional?: boolean;
  @ListOf(() => ComponentView) readonly components!: readonly ComponentView[];
}
