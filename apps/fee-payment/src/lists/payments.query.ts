import { PageQuery, Uuid } from '@motcua/platform';

export class PaymentsQuery extends PageQuery {
  @Uuid({ optional: true }) readonly dossierId?: string;
}
