import { AnyListOf, AnyText } from '@motcua/fields';
import { GroupTake } from './group-take.js';

/** One procedure of a group. */
export class GroupStep {
  @AnyText() readonly procedure!: string;
  @AnyListOf(() => GroupTake) readonly takes!: readonly GroupTake[];
}
