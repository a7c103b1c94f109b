import { BAG_STATUSES, type BagStatus } from '@motcua/dossier-domain';
import { OneOf, PageQuery, Text } from '@motcua/platform';

export class FindBagsQuery extends PageQuery {
  @OneOf(BAG_STATUSES, { optional: true }) readonly status?: BagStatus;

  @Text({ optional: true, max: 60, description: 'Number as its label shows and its QR code holds it' })
  readonly number?: string;
}
