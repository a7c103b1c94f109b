import { InstantText, ListOf, Nested, OneOf, Text, Whole } from '@motcua/platform';
import { SUPPLEMENT_POLICIES } from '@motcua/legal-clock';
import { SupplementPeriod } from './supplement-period.js';
import { TermShape } from './term.shape.js';

/** Describes the body for OpenAPI; the legal clock itself reads it, so that every caller meets the same rules. */
export class CalculateDeadlineRequest {
  @Text({ description: 'Code of a working calendar', example: 'VN' }) readonly calendar!: string;
  @InstantText() readonly acceptedAt!: string;
  @Nested(() => TermShape) readonly term!: TermShape;
  @Whole({ optional: true, max: 9_999, description: '2000 is 20 % (R17); 0 when absent' })
  readonly reductionBasisPoints?: number;
  @OneOf(SUPPLEMENT_POLICIES, { optional: true, description: 'pause when absent (R8)' })
  readonly supplementPolicy?: string;
  @ListOf(() => SupplementPeriod, { optional: true }) readonly supplements?: readonly SupplementPeriod[];
}
