import { ListOf, Nested, Text } from '@motcua/platform';
import { ComponentShape } from './component.shape.js';
import { TermShape } from './term.shape.js';

export class VariantShape {
  @Text({ max: 60, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, example: 'default' })
  readonly code!: string;

  @Text({ max: 1000 })
  readonly name!: string;

  @Nested(() => TermShape)
  readonly term!: TermShape;

  @ListOf(() => ComponentShape, { max: 100 })
  readonly components!: readonly ComponentShape[];
}
