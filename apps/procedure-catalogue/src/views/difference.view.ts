import {
  DIFFERENCE_KINDS,
  DIFFERENCE_STATES,
  type DifferenceKind,
  type DifferenceState,
  type PortalDifference,
} from '@motcua/catalogue-domain';
import { withOffset } from '@motcua/kernel';
import { InstantText, ListOf, OneOf, Text, Whole } from '@motcua/platform';
import { DifferenceFaultView } from './difference-fault.view.js';
import { FieldDifferenceView } from './field-difference.view.js';

/** How a procedure of the national portal differs from ours. Its ETag is `revision`. */
export class DifferenceView {
  @Text({ example: '1.001686' }) readonly procedure!: string;
  @Text({ description: 'Its name at the portal' }) readonly name!: string;
  @OneOf(DIFFERENCE_KINDS) readonly kind!: DifferenceKind;
  @OneOf(DIFFERENCE_STATES) readonly state!: DifferenceState;
  @ListOf(() => FieldDifferenceView) readonly fields!: readonly FieldDifferenceView[];
  @ListOf(() => DifferenceFaultView, { max: 10_000, description: 'Why no draft can be made of it' })
  readonly faults!: readonly DifferenceFaultView[];
  @InstantText({ description: 'Since when it differs' }) readonly since!: string;
  @Whole({ nullable: true, min: 1, description: 'The version that holds what was taken' })
  readonly draftVersion!: number | null;
  @Text({ nullable: true }) readonly decidedBy!: string | null;
  @InstantText({ nullable: true }) readonly decidedAt!: string | null;
  @Text({ nullable: true }) readonly reason!: string | null;
  @Whole({ min: 1 }) readonly revision!: number;
}

export const differenceView = ({
  portalRevision: _,
  item: __,
  contentHash: ___,
  since,
  decidedAt,
  ...rest
}: PortalDifference): DifferenceView => ({
  ...rest,
  since: withOffset(since),
  decidedAt: decidedAt && withOffset(decidedAt),
});
