import { OneOf, Text } from '@motcua/platform';
import { CODE_KINDS, type CodeKind } from '../record/code-maps.js';

/** A code in use that has no entry, and that the portal's own list does not know; or one that is known to have none. */
export class UnmappedView {
  @OneOf(CODE_KINDS) readonly kind!: CodeKind;
  @Text() readonly code!: string;
}
