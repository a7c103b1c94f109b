import { AnyInstant, AnyListOf, AnyText, Count, Uuid } from '@motcua/fields';
import { ComponentFile } from '../shared/component-file.js';

import { SupplementItem } from '../shared/supplement-item.js';

/** A citizen gave at the national portal what was asked for. Key: dossierId. Producer: national-portal. */
export class PortalSupplementReceivedV1 {
  static readonly type = 'vn.motcua.portal.supplement-received.v1';
  static readonly topic = 'motcua.portal';

  @Uuid() readonly dossierId!: string;
  @AnyText() readonly requestId!: string;
  /** Of the request that the portal says it answers; null where it does not say, or not in a way that we know. */
  @Count({ nullable: true }) readonly number!: number | null;
  @AnyInstant() readonly receivedAt!: string;
  @AnyListOf(() => ComponentFile) readonly files!: readonly ComponentFile[];
  @AnyListOf(() => SupplementItem) readonly fileFaults!: readonly SupplementItem[];
}
