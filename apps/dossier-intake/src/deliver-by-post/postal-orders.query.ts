import { POSTAL_STATES, type PostalState } from '@motcua/dossier-domain';
import { OneOf, PageQuery, Uuid } from '@motcua/platform';

export class PostalOrdersQuery extends PageQuery {
  @OneOf(POSTAL_STATES, { optional: true }) readonly state?: PostalState;
  @Uuid({ optional: true, description: 'Those of one dossier' }) readonly dossierId?: string;
}
