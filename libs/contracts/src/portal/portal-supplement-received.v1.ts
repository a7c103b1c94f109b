import { ComponentFile } from '../shared/component-file.js';
import { InstantText, ListOf, Text, Uuid } from '../shared/fields.js';
import { SupplementItem } from '../shared/supplement-item.js';

/** A citizen gave at the national portal what was asked for. Key: dossierId. Producer: national-portal. */
export class PortalSupplementReceivedV1 {
  static readonly type = 'vn.motcua.portal.supplement-received.v1';
  static readonly topic = 'motcua.portal';

  @Uuid() readonly dossierId!: string;
  @Text() readonly requestId!: string;
  @InstantText() readonly receivedAt!: string;
  @ListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
  @ListOf(() => SupplementItem) readonly fileFaults!: readonly SupplementItem[];
}
