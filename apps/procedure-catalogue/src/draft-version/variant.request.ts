import { ListOf, Nested, Text } from '@motcua/platform';
import { ComponentRequest } from './component.request.js';
import { TermRequest } from './term.request.js';

export class VariantRequest {
  @Text({ max: 60, pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, example: 'default' })
  readonly code!: string;

  @Text({ max: 1000 })
  readonly name!: string;

  @Nested(() => TermRequest)
  readonly term!: TermRequest;

  @ListOf(() => ComponentRequest, { max: 100 })
  readonly components!: readonly ComponentRequest[];
}
