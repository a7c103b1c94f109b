import { AnyText, OneOf } from '@motcua/fields';
import { GROUP_TAKES, type GroupTakeKind } from '../shared/vocabulary.js';

/** What a dossier of a group takes over from an earlier one. */
export class GroupTake {
  /** Code of the earlier procedure. */
  @AnyText() readonly from!: string;
  @OneOf(GROUP_TAKES) readonly kind!: GroupTakeKind;
  /** Code of the result, or of the component, there. */
  @AnyText() readonly code!: string;
  /** Code of the component here. */
  @AnyText() readonly as!: string;
}
