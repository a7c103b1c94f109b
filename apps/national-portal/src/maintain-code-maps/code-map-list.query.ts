import { Flag, OneOf, PageQuery } from '@motcua/platform';
import { CODE_KINDS, type CodeKind } from '../record/code-maps.js';

export class CodeMapListQuery extends PageQuery {
  @OneOf(CODE_KINDS, { optional: true }) readonly kind?: CodeKind;

  @Flag({ optional: true, fromText: true, description: "Entries of officers that the portal's list does not bear out" })
  readonly conflicting?: boolean;
}
