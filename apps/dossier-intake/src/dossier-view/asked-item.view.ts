import { Flag } from '@motcua/platform';
import { RemarkView } from './remark.view.js';

/** One thing that was asked for, and whether it is there. */
export class AskedItemView extends RemarkView {
  @Flag({ description: 'It was given, whole or with a part of the supplement' }) readonly given!: boolean;
}
