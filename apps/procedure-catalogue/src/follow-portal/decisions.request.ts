import { ListOf, Nested, OneOf, Text } from '@motcua/platform';
import { DecisionFilterRequest } from './decision-filter.request.js';
import { DecisionItemRequest } from './decision-item.request.js';

const DECISIONS = ['take', 'dismiss'] as const;

/** One decision about many differences: those in `items`, or the open ones that a `filter` finds. */
export class DecisionsRequest {
  @OneOf(DECISIONS) readonly decision!: (typeof DECISIONS)[number];

  @Text({ optional: true, nullable: true, max: 1000, description: 'Required where they are dismissed' })
  readonly reason: string | null = null;

  @ListOf(() => DecisionItemRequest, { optional: true, min: 1, max: 200, description: 'Each with its ETag' })
  readonly items?: readonly DecisionItemRequest[];

  @Nested(() => DecisionFilterRequest, { optional: true, description: 'The first 200 of them' })
  readonly filter?: DecisionFilterRequest;
}
