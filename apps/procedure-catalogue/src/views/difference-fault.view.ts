import type { Localized } from '@motcua/kernel';
import { JsonObject, Text } from '@motcua/platform';

export class DifferenceFaultView {
  @Text() readonly code!: string;
  @Text({ description: "JSON pointer into the portal's procedure", example: '/item/CACHTHUCTHUCHIEN/0/KENH' })
  readonly pointer!: string;
  @JsonObject({ description: 'In Vietnamese and English' }) readonly detail!: Localized;
}
