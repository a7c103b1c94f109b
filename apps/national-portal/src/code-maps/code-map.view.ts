import { Flag, OneOf, Text } from '@motcua/platform';
import { CODE_KINDS, type CodeKind } from '../record/code-maps.js';

export class CodeMapView {
  @OneOf(CODE_KINDS) readonly kind!: CodeKind;
  @Text({ description: 'Our code' }) readonly code!: string;
  @Text({ nullable: true, description: "The portal's code; null where none is known" }) readonly portalCode!:
    string | null;
  @Text({ nullable: true }) readonly note!: string | null;
  @OneOf(['officer', 'portal'], { description: "Origin of the entry: an officer, or the portal's own list" })
  readonly source!: 'officer' | 'portal';
  @Flag({ description: "The portal's list says otherwise than the officer, whose entry holds" })
  readonly conflicting!: boolean;
  @Text({
    nullable: true,
    description: "Code in the portal's list that corresponds to ours; null where none can be found",
  })
  readonly listedCode!: string | null;
}
