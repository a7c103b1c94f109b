import { OneOf, Text } from '@motcua/platform';
import { CODE_KINDS, type CodeKind } from '../record/code-maps.js';

export class CodeMapView {
  @OneOf(CODE_KINDS) readonly kind!: CodeKind;
  @Text({ description: 'Our code' }) readonly code!: string;
  @Text({ nullable: true, description: "The portal's code; null where it has none" }) readonly portalCode!:
    string | null;
  @Text({ nullable: true }) readonly note!: string | null;
}
