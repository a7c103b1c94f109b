import { Flag, Whole } from '@motcua/platform';

/** A count that stops at a thousand: what a tab shows as "999+". */
export class CappedCountView {
  @Whole() readonly count!: number;
  @Flag({ description: 'There are more than `count`' }) readonly more!: boolean;
}
